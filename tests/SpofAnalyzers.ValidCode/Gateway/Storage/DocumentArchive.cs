using Amazon.S3;
using Amazon.S3.Model;

namespace Harbor.Gateway.Storage;

public sealed class DocumentArchive(IAmazonS3 s3, IConfiguration configuration)
{
    public Task PutAsync(string key, Stream content, CancellationToken cancellationToken) =>
        s3.PutObjectAsync(new PutObjectRequest { BucketName = configuration["Documents:Bucket"], Key = key, InputStream = content }, cancellationToken);
}
