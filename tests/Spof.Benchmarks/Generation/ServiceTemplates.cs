namespace Spof.Benchmarks.Generation;

/// <summary>Code with facts (a database, a cache, a client, their registration) and what deploys it.</summary>
internal static class ServiceTemplates
{
    public const string ServiceDefaults = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        namespace Shop.ServiceDefaults;

        public static class HostDefaults
        {
            public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
            {
                builder.Services.AddHealthChecks();
                builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
                return builder;
            }

            public static WebApplication MapDefaultEndpoints(this WebApplication app)
            {
                app.MapHealthChecks("/health");
                return app;
            }
        }
        """;

    /// <summary>One database and one cache for all: what the scan is to find.</summary>
    public static string Stores => string.Join("\n---\n", Store("postgres", "postgres:17", 5432), Store("redis", "redis:8", 6379));

    public static string Context(string area, int entities) => $$"""
        using Microsoft.EntityFrameworkCore;
        using Shop.{{area}}.Domain;

        namespace Shop.{{area}}.Infrastructure;

        public sealed class {{area}}Context(DbContextOptions<{{area}}Context> options) : DbContext(options)
        {
        {{Lines(entities, i => $"    public DbSet<Entity{i}> Entities{i} => Set<Entity{i}>();")}}
        }
        """;

    public static string Client(string area, string next) => $$"""
        using System.Net.Http.Json;

        namespace Shop.{{area}}.Infrastructure;

        public sealed class {{next}}Client(HttpClient http)
        {
            public async Task<string[]> NamesAsync(CancellationToken cancellation) =>
                await http.GetFromJsonAsync<string[]>("/entities", cancellation) ?? [];

            public async Task CloseAsync(Guid id, CancellationToken cancellation)
            {
                using var response = await http.PostAsJsonAsync($"/entities/{id}/close", new { id }, cancellation);
                response.EnsureSuccessStatusCode();
            }
        }
        """;

    public static string Store(string area, int number) => $$"""
        using Microsoft.EntityFrameworkCore;
        using Shop.{{area}}.Domain;
        using StackExchange.Redis;

        namespace Shop.{{area}}.Infrastructure;

        public sealed class Entity{{number}}Store({{area}}Context database, IConnectionMultiplexer cache)
        {
            private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

            public Task<Entity{{number}}?> FindAsync(Guid id, CancellationToken cancellation) =>
                database.Entities{{number}}.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellation);

            public async Task<IReadOnlyList<Entity{{number}}>> NewestAsync(int count, CancellationToken cancellation) =>
                await database.Entities{{number}}
                    .AsNoTracking()
                    .Where(e => !e.IsClosed)
                    .OrderByDescending(e => e.ChangedAt)
                    .Take(count)
                    .ToListAsync(cancellation);

            public async Task<string> NameAsync(Guid id, CancellationToken cancellation)
            {
                var key = $"entity{{number}}:{id}";
                try
                {
                    var known = await cache.GetDatabase().StringGetAsync(key);
                    if (known.HasValue)
                    {
                        return known.ToString();
                    }
                }
                catch (RedisException)
                {
                    // The cache only saves time.
                }

                var name = (await FindAsync(id, cancellation))?.Name ?? "";
                await cache.GetDatabase().StringSetAsync(key, name, Lifetime, flags: CommandFlags.FireAndForget);
                return name;
            }

            public async Task SaveAsync(Entity{{number}} entity, CancellationToken cancellation)
            {
                database.Entities{{number}}.Update(entity);
                await database.SaveChangesAsync(cancellation);
            }
        }
        """;

    public static string Program(string area, string next, int files) => $$"""
        using Microsoft.EntityFrameworkCore;
        using Shop.{{area}}.Api;
        using Shop.{{area}}.Infrastructure;
        using Shop.ServiceDefaults;
        using StackExchange.Redis;

        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.Services.AddDbContext<{{area}}Context>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("{{area}}")));
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(builder.Configuration.GetConnectionString("Cache")!));
        builder.Services.AddHttpClient<{{next}}Client>(c => c.BaseAddress = new Uri(builder.Configuration["Services:{{next}}"]!));
        {{Lines(files, i => i < 2 ? null : $"builder.Services.AddScoped<Entity{i}Store>();")}}

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapGet("/next", ({{next}}Client client, CancellationToken cancellation) => client.NamesAsync(cancellation));
        {{Lines(files, i => i < 2 ? null : $"app.MapEntity{i}();")}}
        app.Run();
        """;

    public static string Endpoints(string area, int number) => $$"""
        using Shop.{{area}}.Domain;
        using Shop.{{area}}.Infrastructure;

        namespace Shop.{{area}}.Api;

        public static class Entity{{number}}Endpoints
        {
            public static void MapEntity{{number}}(this IEndpointRouteBuilder routes)
            {
                var group = routes.MapGroup("/entity{{number}}");
                group.MapGet("/", (Entity{{number}}Store store, int? count, CancellationToken cancellation) =>
                    store.NewestAsync(Math.Clamp(count ?? 20, 1, 100), cancellation));
                group.MapGet("/{id:guid}", async (Guid id, Entity{{number}}Store store, CancellationToken cancellation) =>
                    await store.FindAsync(id, cancellation) is { } found ? Results.Ok(found) : Results.NotFound());
                group.MapGet("/{id:guid}/name", (Guid id, Entity{{number}}Store store, CancellationToken cancellation) =>
                    store.NameAsync(id, cancellation));
                group.MapPost("/", async (Entity{{number}}Request request, Entity{{number}}Store store, CancellationToken cancellation) =>
                {
                    var entity = new Entity{{number}} { Name = request.Name };
                    foreach (var line in request.Lines)
                    {
                        entity.Add(line.Product, line.Quantity, line.Price, DateTimeOffset.UtcNow);
                    }

                    await store.SaveAsync(entity, cancellation);
                    return Results.Created($"/entity{{number}}/{entity.Id}", new { entity.Id, entity.Total });
                });
            }
        }

        public sealed record Entity{{number}}Request(string Name, Entity{{number}}RequestLine[] Lines);

        public sealed record Entity{{number}}RequestLine(string Product, int Quantity, decimal Price);
        """;

    public static string Settings(string area, string next) => $$"""
        {
          "ConnectionStrings": {
            "{{area}}": "Host=postgres;Database={{area.ToLowerInvariant()}}",
            "Cache": "redis:6379,abortConnect=false"
          },
          "Services": {
            "{{next}}": "http://{{next.ToLowerInvariant()}}"
          }
        }
        """;

    public static string Dockerfile(string api) => $"""
        FROM mcr.microsoft.com/dotnet/aspnet:10.0
        WORKDIR /app
        COPY publish/{api} .
        ENTRYPOINT ["dotnet", "{api}.dll"]
        """;

    public static string Manifest(string area, string next) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{area.ToLowerInvariant()}}
        spec:
          replicas: 2
          selector:
            matchLabels: { app: {{area.ToLowerInvariant()}} }
          template:
            metadata:
              labels: { app: {{area.ToLowerInvariant()}} }
            spec:
              containers:
                - name: api
                  image: shop/shop.{{area.ToLowerInvariant()}}.api:1.0
                  env:
                    - { name: Services__{{next}}, value: "http://{{next.ToLowerInvariant()}}" }
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: {{area.ToLowerInvariant()}}
        spec:
          type: {{(area == "Orders" ? "LoadBalancer" : "ClusterIP")}}
          selector: { app: {{area.ToLowerInvariant()}} }
          ports:
            - port: 80
        """;

    private static string Store(string name, string image, int port) => $$"""
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: {{name}}
        spec:
          replicas: 1
          serviceName: {{name}}
          selector:
            matchLabels: { app: {{name}} }
          template:
            metadata:
              labels: { app: {{name}} }
            spec:
              containers:
                - name: {{name}}
                  image: {{image}}
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: {{name}}
        spec:
          selector: { app: {{name}} }
          ports:
            - port: {{port}}
        """;

    private static string Lines(int count, Func<int, string?> line) =>
        string.Join('\n', Enumerable.Range(0, count).Select(line).Where(l => l is not null));
}
