using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Calls that hand the web application to code out of sight, which may map anything there.</summary>
internal static class OutsideSetup
{
    private static readonly string[] Verbs = ["Map", "Use", "Configure", "Add", "Setup", "Init", "Initialize", "Register", "With"];

    private static readonly string[] Applications = ["WebApplication", "IApplicationBuilder", "IEndpointRouteBuilder", "IHost"];

    /// <summary>Starts of the names of public libraries that map what they are known for, and no health endpoint.</summary>
    private static readonly string[] Known =
    [
        "Microsoft.", "System.", "Swashbuckle", "NSwag", "Scalar", "Serilog", "Hangfire", "Yarp", "OpenTelemetry", "Prometheus", "Grpc.", "HotChocolate", "NLog",
    ];

    /// <summary>Calls that every web application makes many times, of the framework itself: looking at each would cost more than all the rest.</summary>
    private static readonly HashSet<string> OfTheFramework = new(StringComparer.Ordinal)
    {
        "MapGet", "MapPost", "MapPut", "MapPatch", "MapDelete", "MapMethods", "MapGroup", "WithName", "WithTags", "WithOpenApi", "WithSummary",
        "WithDescription", "AddSingleton", "AddScoped", "AddTransient", "AddHttpClient", "AddDbContext", "AddEndpointFilter", "Add",
    };

    private static readonly string[] Words = ["WebApplication", "IApplicationBuilder", "IEndpointRouteBuilder"];

    public static bool Exists(FactContext context, CancellationToken cancellationToken)
    {
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            if (!Words.Any(TreeSummary.Of(tree, cancellationToken).MayMention))
            {
                continue;
            }

            var names = TreeNames.Of(tree, cancellationToken);
            if (names.CallNames.Where(n => CallVerbs.StartsWithWord(n, Verbs) && !OfTheFramework.Contains(n)).SelectMany(names.Calls)
                .Any(c => context.Model(tree).GetOperation(c, cancellationToken) switch
                {
                    IInvocationOperation call => IsOutside(call.TargetMethod, context),
                    IInvalidOperation invalid => UnboundCalls.Receiver(c, context.Model(tree), cancellationToken) is { Name: var receiver }
                        && (receiver == "RouteGroupBuilder" || Applications.Contains(receiver)) && !DevelopmentOnly.Covers(invalid),
                    _ => false,
                }))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOutside(IMethodSymbol method, FactContext context) =>
        method.Parameters.Any(p => Applications.Contains(p.Type.Name))
        && method.ContainingAssembly is { } assembly
        && !SymbolEqualityComparer.Default.Equals(assembly, context.Compilation.Assembly)
        && !Known.Any(k => assembly.Name.StartsWith(k, StringComparison.Ordinal));
}
