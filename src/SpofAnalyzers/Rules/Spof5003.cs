using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF5003: a liveness probe restarts what does not answer it well. When its answer includes the database, an outage of the database restarts
/// every instance, again and again, and what could have been served without it is lost too.
/// </summary>
internal sealed class Spof5003 : OperationRule
{
    public const string Id = "SPOF5003";

    private const string Fix = "Give the liveness endpoint a 'Predicate' that leaves out checks of other systems; ask those in the readiness endpoint.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Liveness check depends on a remote dependency",
        "'{0}' answers for liveness and runs every check, '{1}' too: when that dependency is down, every instance is restarted and one outage becomes a full one",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A liveness endpoint that runs the checks of other systems restarts every instance when one of those systems is down.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => HealthMappings.Names;

    public override IReadOnlyList<string> Assemblies => ["Microsoft.AspNetCore.Diagnostics.HealthChecks"];

    /// <summary>Libraries too: that is where a solution keeps what its services map.</summary>
    public override bool AppliesTo(FactContext context) => context.Options.ApplicationKind is ApplicationKind.Server or ApplicationKind.Library;

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        operation is IInvocationOperation mapping
        && HealthMappings.Is(mapping)
        && HealthMappings.Path(mapping) is { } path && HealthPath.IsLiveness(path)
        && RunsAll(mapping.Arguments.Argument("options"))
        && !HealthMappings.IsForDevelopment(mapping, context, cancellationToken)
        && DependencyChecks.First(context, cancellationToken) is { } check
            ? Finding(mapping.NameLocation(), Fix, path, check.TargetMethod.Name) with
            {
                AdditionalLocations = ImmutableArray.Create(check.NameLocation()),
                Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "health"),
            }
            : null;

    /// <summary>True without options, and with options in sight that leave nothing out.</summary>
    private static bool RunsAll(IOperation? options)
    {
        if (options is null || options.Core().ConstantValue is { HasValue: true, Value: null })
        {
            return true;
        }

        var settings = ObjectSettings.Of(options);
        return settings.Origin is IObjectCreationOperation
            && (settings["Predicate"] is not { } predicate
                || predicate.Core().ConstantValue is { HasValue: true, Value: null }
                || (ObjectSettings.Lambda(predicate) is { } lambda
                    && SourceBodies.Returned(lambda.Body).All(r => r.ConstantValue is { HasValue: true, Value: true })));
    }
}
