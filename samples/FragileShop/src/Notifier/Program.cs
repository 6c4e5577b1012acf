using Notifier;

var builder = Host.CreateApplicationBuilder(args);

builder.Services.AddHostedService<OrderPlacedConsumer>();

builder.Build().Run();
