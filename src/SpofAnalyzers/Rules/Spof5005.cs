using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF5005: instances are stopped all the time: deployments, scaling in, drained nodes. Redundancy covers for that only if each finishes what it
/// has begun; an instance that is cut off loses it, however many others there are.
/// </summary>
internal sealed class Spof5005 : OperationRule
{
    public const string Id = "SPOF5005";

    private const string FixTimeout = "Leave the default of 30 seconds, or give at least as long as the longest request or job takes.";

    private const string FixExit = "Call 'StopApplication' of IHostApplicationLifetime: the host then stops after work in flight is finished.";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Shutdown gives in-flight work no time",
        "{0}, so work that is in flight is cut off instead of finished",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A process that stops at once loses the requests and jobs that it has begun, at every deployment, scale-in and drained node.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assignments => ["ShutdownTimeout"];

    public override IReadOnlyList<string> Calls => ["UseShutdownTimeout", "Exit", "Kill"];

    public override IReadOnlyList<string> Assemblies => ["Microsoft.Extensions.Hosting", "Microsoft.Extensions.Hosting.Abstractions"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var time }
            when context.Is(target.Property.ContainingType, "Microsoft.Extensions.Hosting.HostOptions") => OfTimeout(time),
        IInvocationOperation { TargetMethod: { Name: "UseShutdownTimeout", ContainingType.Name: "HostingAbstractionsWebHostBuilderExtensions" } } call
            when call.Arguments.Argument("timeout") is { } time => OfTimeout(time),
        IInvocationOperation call when EndsProcess(call, context) && ServedCode.Contains(call, context) && !DevelopmentOnly.Covers(call) =>
            Finding(call.Syntax.GetLocation(), FixExit, $"'{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}' ends the process at once"),
        _ => null,
    };

    private RuleFinding? OfTimeout(IOperation time) =>
        IsShort(time) && !DevelopmentOnly.Covers(time) ? Finding(time.Syntax.GetLocation(), FixTimeout, "The host waits less than a second when it stops") : null;

    private static bool IsShort(IOperation time) =>
        time.Seconds() is < 1 || time.Core() is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } };

    private static bool EndsProcess(IInvocationOperation call, FactContext context) =>
        (call.TargetMethod.Name == "Exit" && context.Is(call.TargetMethod.ContainingType, "System.Environment"))
        || (call.TargetMethod.Name == "Kill" && call.Instance?.Core() is IInvocationOperation { TargetMethod.Name: "GetCurrentProcess" });
}
