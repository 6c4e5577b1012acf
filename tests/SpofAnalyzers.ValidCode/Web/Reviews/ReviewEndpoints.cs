using MongoDB.Driver;

namespace Harbor.Web.Reviews;

internal static class ReviewEndpoints
{
    public static void AddReviews(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IMongoClient>(_ => new MongoClient(builder.Configuration.GetConnectionString("Reviews")));
        builder.Services.AddSingleton<ReviewStore>();
    }

    public static void MapReviews(this WebApplication app)
    {
        app.MapGet("/reviews/{sku}", (string sku, ReviewStore store, CancellationToken token) => store.OfAsync(sku, token));
        app.MapPost("/reviews", (Review review, ReviewStore store, CancellationToken token) => store.AddAsync(review, token)).RequireAuthorization();
    }
}
