using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF5001: an orchestrator or a load balancer can only take an instance out that it can ask. Without an endpoint for it, an instance that
/// answers nothing but errors stays in rotation until someone notices.
/// </summary>
internal sealed class Spof5001 : OperationRule
{
    public const string Id = "SPOF5001";

    private const string Fix = "Call 'AddHealthChecks' on the services and map '/health' with 'MapHealthChecks'; point the probes at it.";

    private static readonly string[] Mappings =
    [
        "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute",
        "MapGrpcService", "MapHub", "MapRazorPages", "MapRazorComponents", "MapReverseProxy",
    ];

    /// <summary>Hosts whose platform looks after the instances itself.</summary>
    private static readonly string[] Serverless = ["Microsoft.Azure.Functions.Worker", "Amazon.Lambda.AspNetCoreServer.Hosting", "Amazon.Lambda.AspNetCoreServer"];

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Web service exposes no health endpoint",
        "The service answers requests ('{0}') but no probe: nothing can tell that an instance is broken, so it gets traffic until someone notices",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A web service without a health endpoint cannot be restarted or taken out of rotation by what looks after it.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["Run", "RunAsync", "UseEndpoints"];

    public override IReadOnlyList<string> Assemblies => ["Microsoft.AspNetCore.Routing"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        operation is IInvocationOperation call
        && Starts(call)
        && !Serverless.Any(context.ReferencedAssemblies.Contains)
        && Endpoint(context, cancellationToken) is { } endpoint
        && !HealthMappings.All(context, cancellationToken).Any()
        && !OtherHealthEndpoints.Exist(context, cancellationToken)
        && !OutsideSetup.Exists(context, cancellationToken)
            ? Finding(call.NameLocation(), Fix, endpoint.TargetMethod.Name) with { AdditionalLocations = ImmutableArray.Create(endpoint.NameLocation()) }
            : null;

    /// <summary>The place where the application is complete: <c>app.Run()</c>, or the endpoints of a <c>Startup</c> class.</summary>
    private static bool Starts(IInvocationOperation call) => call.TargetMethod.Name == "UseEndpoints"
        ? call.TargetMethod.ContainingType.Name == "EndpointRoutingApplicationBuilderExtensions" && call.Receiver()?.Unwrapped().Type?.Name == "IApplicationBuilder"
        : call.TargetMethod.ContainingType.Name == "WebApplication";

    /// <summary>A call that maps an endpoint of the service's own.</summary>
    private static IInvocationOperation? Endpoint(FactContext context, CancellationToken cancellationToken) =>
        Mappings.SelectMany(n => CallSearch.Of(n, context, cancellationToken))
            .FirstOrDefault(c => c.TargetMethod is { IsExtensionMethod: true, Parameters: [{ Type.Name: "IEndpointRouteBuilder" }, ..] } && !DevelopmentOnly.Covers(c));
}
