using Harbor.Defaults;
using Harbor.Worker.Billing;
using Harbor.Worker.Carriers;
using Harbor.Worker.Messages;
using Harbor.Worker.Schedules;
using Harbor.Worker.Telemetry;

var builder = Host.CreateApplicationBuilder(args);
builder.AddServiceDefaults();
builder.AddBilling();
builder.AddMessages();
builder.AddSchedules();
builder.AddCarriers();
builder.Services.AddSingleton<ViewBuffer>();
builder.Services.AddHostedService<ViewWriter>();
await builder.Build().RunAsync();
