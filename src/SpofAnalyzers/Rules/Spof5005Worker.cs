using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF5005, the other shape: a worker that never looks at its token writes until the process is killed under it.</summary>
internal sealed class Spof5005Worker : TypeRule
{
    private const string Fix = "End the loop when the token is cancelled, and pass the token on to what the loop waits for.";

    /// <summary>First words of methods that change something outside of the process.</summary>
    private static readonly string[] Writing =
    [
        "Save", "Write", "Send", "Publish", "Insert", "Update", "Delete", "Upsert", "Store", "Put", "Post", "Commit", "Produce", "Upload", "Enqueue", "Execute",
    ];

    public override DiagnosticDescriptor Descriptor => Spof5005.Rule;

    public override IReadOnlyList<string> Bases => ["BackgroundService"];

    public override RuleFinding? Judge(INamedTypeSymbol type, FactContext context, CancellationToken cancellationToken) =>
        BackgroundLoop.Method(type) is { } method
        && method.Parameters[0].Locations.FirstOrDefault() is { IsInSource: true } at
        && BackgroundLoop.Body(type, context, cancellationToken) is { } body
        && !IsUsed(method.Parameters[0], body)
        && body.Descendants().OfType<ILoopOperation>().Any(l => NeverEnds(l) && Writes(l))
        && !StopsOtherwise(type)
            ? Finding(at, Fix, $"The loop of '{type.Name}' never looks at '{method.Parameters[0].Name}'")
            : null;

    private static bool IsUsed(IParameterSymbol token, IOperation body) =>
        body.Descendants().Any(o => o is IParameterReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Parameter, token));

    /// <summary><c>while (true)</c>, <c>for (;;)</c>, and a timer that is asked without a token.</summary>
    private static bool NeverEnds(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: { } condition } => condition.ConstantValue is { HasValue: true, Value: true }
            || condition.Core() is IInvocationOperation { TargetMethod.Name: "WaitForNextTickAsync" },
        IForLoopOperation { Condition: null } => true,
        _ => false,
    };

    private static bool Writes(ILoopOperation loop) =>
        loop.Body.Descendants().Any(o => o is IAwaitOperation { Operation: var task }
            && task.Core() is IInvocationOperation { TargetMethod: var method } && CallVerbs.StartsWithWord(method.Name, Writing));

    /// <summary>A service with its own way to stop, or that holds what tells of the end of the process.</summary>
    private static bool StopsOtherwise(INamedTypeSymbol type) =>
        type.GetMembers("StopAsync").Length > 0
        || type.GetMembers().Any(m => (m as IFieldSymbol)?.Type.Name is "IHostApplicationLifetime" or "CancellationTokenSource" or "CancellationToken");
}
