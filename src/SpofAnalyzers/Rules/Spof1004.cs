using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF1004: the client of a cloud service is bound to a region by a constant. When the region fails, the same build cannot be started against
/// another one.
/// </summary>
internal sealed class Spof1004 : OperationRule
{
    public const string Id = "SPOF1004";

    private const string Fix = "Read the region from configuration or leave it to the environment of the process, so that the same build runs in another region.";

    private const string AmazonClientConfig = "Amazon.Runtime.ClientConfig";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Cloud region is hard-coded",
        "'{0}' is bound to the region '{1}' by the code: if that region fails, the same build cannot run against another one; read the region from configuration or the environment",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Moving to another region must not need a new build.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Clients of services that live in a region; those with one global endpoint (IAM, Route 53, CloudFront) need their fixed region.</summary>
    private static readonly string[] AmazonClients =
    [
        "AmazonS3Client", "AmazonSQSClient", "AmazonSimpleNotificationServiceClient", "AmazonDynamoDBClient", "AmazonKinesisClient", "AmazonKinesisFirehoseClient",
        "AmazonEventBridgeClient", "AmazonLambdaClient", "AmazonStepFunctionsClient", "AmazonSecretsManagerClient", "AmazonSimpleSystemsManagementClient",
        "AmazonKeyManagementServiceClient", "AmazonCognitoIdentityProviderClient", "AmazonCognitoIdentityClient", "AmazonSimpleEmailServiceClient",
        "AmazonSimpleEmailServiceV2Client", "AmazonCloudWatchClient", "AmazonCloudWatchLogsClient", "AmazonBedrockRuntimeClient", "AmazonTextractClient",
        "AmazonRekognitionClient", "AmazonComprehendClient", "AmazonTranslateClient", "AmazonPollyClient", "AmazonTranscribeServiceClient",
        "AmazonSecurityTokenServiceClient", "AmazonECSClient", "AmazonEC2Client", "AmazonRDSClient", "AmazonElastiCacheClient", "AmazonAthenaClient",
        "AmazonGlueClient", "AmazonRedshiftDataAPIServiceClient", "AmazonTimestreamWriteClient", "AmazonOpenSearchServiceClient", "AmazonDAXClient",
        "AmazonAppConfigDataClient", "AmazonPinpointClient", "AmazonLocationServiceClient", "AmazonSchedulerClient", "AmazonSageMakerRuntimeClient",
        "TransferUtility", "AmazonGlacierClient", "AmazonMQClient", "AmazonBatchClient", "AmazonAppSyncClient", "AmazonIotDataClient", "AmazonQLDBClient",
    ];

    /// <summary>Projects that describe infrastructure name regions by their nature.</summary>
    private static readonly string[] InfrastructureCode = ["Aspire.Hosting", "Amazon.CDK.Lib", "Pulumi", "Constructs"];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["AWSSDK.Core", "Microsoft.Azure.Cosmos.Client"];

    public override IReadOnlyList<string> Creations => AmazonClients;

    public override IReadOnlyList<string> Assignments => ["RegionEndpoint", "Region", "AuthenticationRegion", "ApplicationRegion"];

    public override IReadOnlyList<string> Calls => ["WithApplicationRegion"];

    public override bool AppliesTo(FactContext context) => base.AppliesTo(context) && !Array.Exists(InfrastructureCode, context.ReferencedAssemblies.Contains);

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (Region(operation, context) is not var (owner, value) || CloudRegion.Read(value, context, cancellationToken) is not { } region
            || HardCodedAddress.IsOverridable(region.Location) || DevelopmentOnly.Covers(operation)
            || !FirstReports.Of(context).IsFirst(Id, region.Location, operation.Syntax.GetLocation()))
        {
            return null;
        }

        return Finding(region.Location, Fix, owner, region.Name) with
        {
            AdditionalLocations = ImmutableArray.Create(operation.Syntax.GetLocation()),
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "cloud"),
        };
    }

    /// <summary>What is bound, and the value that binds it.</summary>
    private static (string Owner, IOperation Value)? Region(IOperation operation, FactContext context)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation when creation.Type.IsInNamespace("Amazon"):
                return creation.Arguments.FirstOrDefault(a => context.Is(a.Parameter?.Type, "Amazon.RegionEndpoint")) is { } region ? (creation.Type!.Name, region.Value) : null;
            case IInvocationOperation { TargetMethod.ContainingType: var builder } call when context.Is(builder, "Microsoft.Azure.Cosmos.Fluent.CosmosClientBuilder"):
                return call.Arguments.Argument("applicationRegion") is { } given ? ("CosmosClient", given) : null;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } target } assignment when IsRegion(property, context):
                // Next to the address of a service of its own, S3 on other storage included, the region is part of the signature and leads nowhere.
                return SetsServiceUrl(target, assignment) ? null : (property.ContainingType.Name, assignment.Value);
            default:
                return null;
        }
    }

    private static bool IsRegion(IPropertySymbol property, FactContext context) => property.Name switch
    {
        "RegionEndpoint" or "AuthenticationRegion" => context.IsOrInherits(property.ContainingType, AmazonClientConfig),
        "Region" => context.Is(property.ContainingType, "Amazon.Extensions.NETCore.Setup.AWSOptions"),
        _ => context.Is(property.ContainingType, "Microsoft.Azure.Cosmos.CosmosClientOptions"),
    };

    private static bool SetsServiceUrl(IPropertyReferenceOperation target, IOperation assignment)
    {
        var config = target.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
            ? assignment.Parent?.Parent
            : target.Instance;
        return config is IObjectCreationOperation or ILocalReferenceOperation && ObjectSettings.Of(config)["ServiceURL"] is not null;
    }
}
