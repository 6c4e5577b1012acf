using Azure.Core;
using Azure.Storage.Blobs;

namespace Harbor.Web.Documents;

internal static class DocumentEndpoints
{
    public static void AddDocuments(this WebApplicationBuilder builder)
    {
        var options = new BlobClientOptions { GeoRedundantSecondaryUri = builder.Configuration.GetValue<Uri>("Documents:Secondary") };
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 5;
        builder.Services.AddSingleton(_ => new BlobServiceClient(builder.Configuration.GetConnectionString("Documents"), options));
        builder.Services.AddSingleton<DocumentStore>();
    }

    public static void MapDocuments(this WebApplication app)
    {
        app.MapPost("/documents/{id:guid}", (Guid id, IFormFile file, DocumentStore store, CancellationToken token) => store.KeepAsync(id, file, token)).RequireAuthorization();
        app.MapGet("/documents/{id:guid}", async (Guid id, DocumentStore store, CancellationToken token) => Results.Stream(await store.OpenAsync(id, token), "application/pdf"));
    }
}
