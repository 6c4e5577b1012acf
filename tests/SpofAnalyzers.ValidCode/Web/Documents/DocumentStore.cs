using Azure.Storage.Blobs;

namespace Harbor.Web.Documents;

/// <summary>Bills of lading in blob storage; the local disk only holds a file until it is sent on.</summary>
public sealed class DocumentStore(BlobServiceClient blobs)
{
    public async Task KeepAsync(Guid id, IFormFile file, CancellationToken cancellationToken)
    {
        var passing = Path.Combine(Path.GetTempPath(), id + ".pdf");
        await using (var stream = File.Create(passing))
        {
            await file.CopyToAsync(stream, cancellationToken);
        }

        await blobs.GetBlobContainerClient("documents").GetBlobClient(id + ".pdf").UploadAsync(passing, overwrite: true, cancellationToken);
        File.Delete(passing);
    }

    public Task<Stream> OpenAsync(Guid id, CancellationToken cancellationToken) =>
        blobs.GetBlobContainerClient("documents").GetBlobClient(id + ".pdf").OpenReadAsync(cancellationToken: cancellationToken);
}
