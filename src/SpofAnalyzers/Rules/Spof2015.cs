using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2015: a classic queue lives on one node of the cluster, however many nodes there are, and one that is not durable not even over a restart
/// of it. Info, because a policy of the broker may say otherwise.
/// </summary>
internal sealed class Spof2015 : OperationRule
{
    public const string Id = "SPOF2015";

    private const string Fix = "Declare the queue durable, with the argument 'x-queue-type' = 'quorum'; the type of a queue that exists cannot be changed in place.";

    /// <summary>Words of names of queues that hold nothing that must survive.</summary>
    private static readonly string[] Aside = ["reply", "replies", "response", "dead", "dlq", "dlx", "error", "parking", "temp", "test"];

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Work queue is not durable or not replicated",
        "Queue '{0}' is {1}: its messages are {2}",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A work queue that one node of the broker keeps, so that its messages stop or are lost with that node.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["QueueDeclare", "QueueDeclareAsync"];

    public override IReadOnlyList<string> Assemblies => ["RabbitMQ.Client"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation call
            || !call.TargetMethod.ContainingType.IsInNamespace("RabbitMQ")
            || call.Arguments.Argument("queue")?.ConstantValue is not { HasValue: true, Value: string { Length: > 0 } queue }
            || Flag(call, "exclusive") != false || Flag(call, "autoDelete") != false || Flag(call, "passive") == true
            || Aside.Any(w => queue.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return null;
        }

        var (state, loss) = Flag(call, "durable") switch
        {
            false => ("not durable", "gone when the broker's node restarts"),
            true when IsClassic(call, cancellationToken) => ("a classic queue on one node", "not there while that node is away, and lost with its disk"),
            _ => default,
        };
        return state is null || DevelopmentOnly.Covers(call)
            ? null
            : Finding(call.NameLocation(), Fix, queue, state, loss!) with
            {
                Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "queue"),
            };
    }

    /// <summary>The constant that the call gives or leaves to the default; null for one that is not known.</summary>
    private static bool? Flag(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value.ConstantValue is { HasValue: true, Value: bool flag } ? flag : null;

    /// <summary>True where the arguments are in sight and choose no type; any mention of one in the file may belong to them.</summary>
    private static bool IsClassic(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var arguments = call.Arguments.Argument("arguments")?.Core();
        var made = arguments is ILocalReferenceOperation local ? LocalWrites.Single(local)?.Core() : arguments;
        return (arguments is null || arguments.ConstantValue is { HasValue: true, Value: null } || made is IObjectCreationOperation)
            && !NameMentions.Of("XQueueType", call.Syntax.SyntaxTree, cancellationToken).Any()
            && !call.Root().Descendants().Any(o => o.ConstantValue is { HasValue: true, Value: "x-queue-type" });
    }
}
