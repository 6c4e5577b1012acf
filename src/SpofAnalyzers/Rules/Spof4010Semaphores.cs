using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4010: a semaphore of the process that lets one request after the other ask a shared database and then change it. The database is shared
/// by all replicas, the semaphore is not. What else a semaphore guards lives in the process, and there it is right.
/// </summary>
internal sealed class Spof4010Semaphores : OperationRule
{
    private const string SaveChanges = "SaveChanges";

    /// <summary>Words of members and types by which code says that it prepares the process or fills a copy.</summary>
    private static readonly string[] Local = ["init", "seed", "migrat", "cache", "warm", "refresh", "load"];

    /// <summary>Names by which Entity Framework Core asks the database.</summary>
    private static readonly string[] Asking =
    [
        "Find", "FindAsync", "First", "FirstAsync", "FirstOrDefault", "FirstOrDefaultAsync", "Single", "SingleAsync", "SingleOrDefault", "SingleOrDefaultAsync", "Any", "AnyAsync", "Count",
        "CountAsync", "LongCountAsync", "Sum", "SumAsync", "Max", "MaxAsync", "Min", "MinAsync", "ToList", "ToListAsync", "ToArray", "ToArrayAsync", "ToDictionaryAsync", "LastOrDefaultAsync",
    ];

    public override DiagnosticDescriptor Descriptor => Spof4010.Rule;

    public override IReadOnlyList<string> Assemblies => ["Microsoft.EntityFrameworkCore"];

    public override IReadOnlyList<string> Calls => ["Wait", "WaitAsync"];

    public override bool MayConcern(SyntaxNode node, FactContext context, CancellationToken cancellationToken) =>
        TreeSummary.Of(node.SyntaxTree, cancellationToken).MayMention("SemaphoreSlim");

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { Instance: IFieldReferenceOperation { Field: var gate } } wait
            || !context.Is(wait.TargetMethod.ContainingType, "System.Threading.SemaphoreSlim")
            || IsLocal(gate.Name) || IsLocal(gate.ContainingType.Name) || !IsOneForAll(gate, context, cancellationToken)
            || operation.EnclosingSymbol() is not { } method || IsLocal(method.Name)
            || Change(wait, context, cancellationToken) is not { } change
            || DevelopmentOnly.Covers(operation)
            || CodePhase.Of(operation, context, cancellationToken) == UsePhase.Startup
            || CallSearch.Mentions(context, cancellationToken, "UseSqlite"))
        {
            return null;
        }

        return Finding(wait.NameLocation(), Spof4010.Fix, $"The semaphore '{gate.Name}' around '{change.TargetMethod.Name}'") with
        {
            AdditionalLocations = ImmutableArray.Create(change.NameLocation()),
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "lock"),
        };
    }

    /// <summary>One semaphore for the whole process that lets one through at a time.</summary>
    private static bool IsOneForAll(IFieldSymbol gate, FactContext context, CancellationToken cancellationToken) =>
        SourceBodies.Of(context).Initializer(gate, cancellationToken)?.Core() is IObjectCreationOperation creation
        && creation.Arguments.Argument("initialCount") is { ConstantValue: { HasValue: true, Value: 1 } }
        && (gate.IsStatic || (!CodePhase.IsHosted(gate.ContainingType) && StateIndex.Of(context).SingletonForms(gate.ContainingType, cancellationToken).Count > 0));

    /// <summary>What is saved behind the wait, after the database was asked: here, or in what is called from here.</summary>
    private static IInvocationOperation? Change(IInvocationOperation wait, FactContext context, CancellationToken cancellationToken)
    {
        var guarded = wait.Root().Descendants().OfType<IInvocationOperation>().Where(c => c.Syntax.SpanStart > wait.Syntax.SpanStart).ToArray();
        var all = guarded.Concat(guarded.Select(c => SourceBodies.Of(context).Of(c.TargetMethod, cancellationToken)).OfType<IOperation>().SelectMany(b => b.Descendants()).OfType<IInvocationOperation>()).ToArray();
        var isAsked = false;
        foreach (var call in all)
        {
            isAsked |= Asks(call.TargetMethod);
            if (isAsked && call.TargetMethod.Name is SaveChanges or SaveChanges + "Async" && context.IsOrInherits(call.TargetMethod.ContainingType, "Microsoft.EntityFrameworkCore.DbContext"))
            {
                return call;
            }
        }

        return null;
    }

    private static bool Asks(IMethodSymbol method) =>
        Asking.Contains(method.Name, StringComparer.Ordinal)
        && (method.ContainingType is { Name: "Queryable", ContainingNamespace.Name: "Linq" } || method.ContainingType.IsInNamespace("Microsoft"));

    private static bool IsLocal(string name) => Local.Any(w => name.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
}
