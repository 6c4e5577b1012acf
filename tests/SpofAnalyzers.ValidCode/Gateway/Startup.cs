using Harbor.Gateway.Customs;
using Harbor.Gateway.Directory;
using Harbor.Gateway.Ports;
using Harbor.Gateway.Routing;
using Harbor.Gateway.Sockets;
using Harbor.Gateway.Storage;
using Harbor.Gateway.Tariffs;
using NATS.Client.Core;

namespace Harbor.Gateway;

public sealed class Startup(IConfiguration configuration, IWebHostEnvironment environment)
{
    public void ConfigureServices(IServiceCollection services)
    {
        if (environment.IsDevelopment())
        {
            services.AddDistributedMemoryCache();
        }
        else
        {
            services.AddStackExchangeRedisCache(options => options.Configuration = configuration.GetConnectionString("Cache"));
        }

        services.AddTariffs(configuration);
        services.AddRouting(configuration);
        services.AddCustoms(configuration);
        services.AddDocuments(configuration);
        services.AddPortAuthorities(configuration);
        services.AddSingleton<StaffDirectory>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton(_ => new NatsConnection(NatsOpts.Default with { Url = configuration["Nats:Url"]! }));
        services.AddHealthChecks().AddUrlGroup(new Uri(configuration["Routing:Primary"]!), "routing", tags: ["ready"]);
        services.AddControllers();
    }

    public void Configure(IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseWebSockets();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapControllers();
            endpoints.MapHealthChecks("/healthz/ready", new() { Predicate = c => c.Tags.Contains("ready") });
            endpoints.MapHealthChecks("/healthz/live", new() { Predicate = _ => false });
        });
    }
}
