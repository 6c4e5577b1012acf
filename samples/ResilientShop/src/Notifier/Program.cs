using Notifier;

var builder = Host.CreateApplicationBuilder(args);

builder.Services.AddHostedService<OrderConsumer>();
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));

builder.Build().Run();
