using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Set-up calls that bind to nothing, because the library that declares them is not at hand: what they do is as unknown as what a library
/// without source does. Only the tool meets them, in sources whose packages were not restored.
/// </summary>
internal static class UnboundCalls
{
    /// <summary>
    /// Words in the names of calls of public libraries that do what they are named for and nothing besides: a scan without packages meets them
    /// in every program, and they must not hide everything.
    /// </summary>
    private static readonly string[] PublicLibraries =
    [
        "Swagger", "OpenApi", "ApiExplorer", "ReDoc", "Scalar", "Versioning", "Versioned", "Serilog", "NLog", "OpenTelemetry", "ApplicationInsights", "Metrics", "Prometheus",
        "Sentry", "Elmah", "MiniProfiler", "Mediat", "Mapper", "Mapster", "Validat", "Newtonsoft", "Autofac", "JwtBearer", "MicrosoftIdentity", "IdentityServer", "OpenIddict",
        "Hangfire", "Quartz", "MassTransit", "Rebus", "Wolverine", "Rabbit", "Kafka", "Dapr", "CloudEvents", "SubscribeHandler", "Orleans", "DbContext", "Npgsql", "SqlServer",
        "MySql", "Sqlite", "Oracle", "Mongo", "Marten", "Cosmos", "Elastic", "Redis", "Refit", "Grpc", "GraphQL", "Carter", "FastEndpoints", "ReverseProxy", "Ocelot", "RateLimit",
        "FeatureManagement", "AWS", "Azure", "Blazor", "WebAssembly", "Mud", "Spa", "ProblemDetails", "WindowsService", "Systemd", "HealthCheck", "Migrations", "EntityFramework",
        "DatabaseDeveloperPage", "DefaultIdentity", "AuthenticationState",
    ];

    /// <summary>The type that a call is made on whose method nothing at hand declares; null when it is bound, or called by a name that tells what it does.</summary>
    public static ITypeSymbol? Receiver(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        call.Expression is MemberAccessExpressionSyntax access
        && !PublicLibraries.Any(w => access.Name.Identifier.ValueText.IndexOf(w, StringComparison.Ordinal) >= 0)
        && IsUnbound(call, model, cancellationToken)
            ? model.GetTypeInfo(access.Expression, cancellationToken).Type
            : null;

    /// <summary>True when nothing of that name can be called here. A call that only does not fit its method has candidates.</summary>
    public static bool IsUnbound(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true };
}
