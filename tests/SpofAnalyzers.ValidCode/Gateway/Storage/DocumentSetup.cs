using Amazon.S3;

namespace Harbor.Gateway.Storage;

internal static class DocumentSetup
{
    public static void AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDefaultAWSOptions(configuration.GetAWSOptions());
        services.AddAWSService<IAmazonS3>();
        services.AddSingleton<DocumentArchive>();
    }
}
