using MassTransit;

namespace Harbor.Worker.Messages;

internal static class MessageSetup
{
    public static void AddMessages(this HostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BrokerConnection>();
        builder.Services.AddSingleton<ChargePublisher>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.AddConsumer<OrderPlacedConsumer>();
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri("rabbitmq://rabbit"), host =>
                {
                    host.Username(builder.Configuration["Rabbit:User"]!);
                    host.Password(builder.Configuration["Rabbit:Password"]!);
                    host.UseCluster(cluster =>
                    {
                        foreach (var node in (builder.Configuration["Rabbit:Hosts"] ?? "").Split(','))
                        {
                            cluster.Node(node);
                        }
                    });
                });
                rabbit.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2)));
                rabbit.ReceiveEndpoint("billing", endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.ConfigureConsumer<OrderPlacedConsumer>(context);
                });
            });
        });
    }
}
