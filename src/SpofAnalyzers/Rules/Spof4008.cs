using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4008: sagas and outboxes exist so that work survives a crash half way. Kept in memory they are lost in exactly that crash: orders stay
/// half done, and messages that were promised are never sent.
/// </summary>
internal sealed class Spof4008 : OperationRule
{
    public const string Id = "SPOF4008";

    private const string Fix = "Keep sagas and outbox messages in the database that the service writes to anyway.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Saga or outbox state is kept in memory",
        "'{0}' keeps {1} in the memory of this process: after a restart no one knows what was begun, and another replica cannot go on with it",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Saga and outbox state in memory is lost with the process, which is the case that sagas and outboxes are for.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls =>
    [
        "InMemoryRepository", "SetInMemorySagaRepositoryProvider", "AddInMemoryInboxOutbox", "UsePersistence", "UseInMemoryStorage",
        "AddSingleton", "TryAddSingleton", "AddKeyedSingleton",
    ];

    public override IReadOnlyList<string> Creations => ["InMemorySagaRepository"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        IObjectCreationOperation creation when creation.Type.IsInNamespace("MassTransit") => Library(creation, "InMemorySagaRepository", "saga state", null, context, cancellationToken),
        IInvocationOperation { TargetMethod: { ContainingType: { } type } method } call => OfCall(call, method, type, context, cancellationToken),
        _ => null,
    };

    private RuleFinding? OfCall(IInvocationOperation call, IMethodSymbol method, INamedTypeSymbol type, FactContext context, CancellationToken cancellationToken)
    {
        switch (method.Name)
        {
            case "InMemoryRepository" when type.IsInNamespace("MassTransit"):
                return Library(call, method.Name, "saga state", IsRepository, context, cancellationToken);

            // The provider is a default: a saga with a repository of its own does not ask it, and without a saga nobody does.
            case "SetInMemorySagaRepositoryProvider" when type.IsInNamespace("MassTransit"):
                return CallSearch.AnyName(IsRepository, context, cancellationToken)
                    || !CallSearch.AnyName(n => n.StartsWith("AddSaga", StringComparison.Ordinal), context, cancellationToken)
                    ? null : Library(call, method.Name, "saga state", null, context, cancellationToken);
            case "AddInMemoryInboxOutbox" when type.IsInNamespace("MassTransit"):
                return Library(call, method.Name, "the inbox and outbox", IsOutbox, context, cancellationToken);
            case "UsePersistence" when type.IsInNamespace("NServiceBus")
                && method.TypeArguments.FirstOrDefault()?.Name is "NonDurablePersistence" or "InMemoryPersistence":
                return Library(call, method.TypeArguments[0].Name, "sagas, outbox and timeouts", n => n == "UsePersistence", context, cancellationToken);
            case "UseInMemoryStorage" when type.ContainingAssembly.Name.StartsWith("DotNetCore.CAP", StringComparison.Ordinal) || IsCap(method):
                return Library(call, method.Name, "published and received messages", IsStorage, context, cancellationToken);
            case "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton":
                return OwnStore(call, context, cancellationToken);
            default:
                return null;
        }
    }

    /// <param name="at">The call or creation.</param>
    /// <param name="marker">What it is called.</param>
    /// <param name="what">What is kept in memory.</param>
    /// <param name="isAlternative">Names of methods that choose something else, in the other arm of a choice.</param>
    /// <param name="context">The compilation.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    private RuleFinding? Library(
        IOperation at, string marker, string what, Func<string, bool>? isAlternative, FactContext context, CancellationToken cancellationToken) =>
        DevelopmentOnly.Covers(at) || RegistrationBranch.AsksForMemory(at.Syntax)
        || CallSearch.Mentions(context, cancellationToken, "AddMassTransitTestHarness")
        || (isAlternative is not null && RegistrationBranch.IsConditional(at.Syntax) && Count(isAlternative, at, context, cancellationToken) > 0)
            ? null
            : Of(at, marker, what);

    private RuleFinding Of(IOperation at, string marker, string what) =>
        Finding(at.NameLocation(), Fix, marker, what) with
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "inProcessState"),
        };

    /// <summary>A hand-written store behind a contract of the messaging, shown to hold what it is given.</summary>
    private RuleFinding? OwnStore(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (!call.TargetMethod.TypeArguments.Any(IsContract) && !call.Arguments.Any(a => a.Value.Unwrapped() is ITypeOfOperation { TypeOperand: var operand } && IsContract(operand)))
        {
            return null;
        }

        var root = call.Syntax.SyntaxTree.GetRoot(cancellationToken);
        if (ServiceRegistrations.Read(root, call.NameLocation().SourceSpan.Start, context, cancellationToken) is not { Implementation: var store })
        {
            return null;
        }

        var index = StateIndex.Of(context);
        if (index.SingletonForms(store, cancellationToken).Count == 0
            || StateFacts.OfType(store, index, cancellationToken).FirstOrDefault(f => f.IsMessagingPersistence) is not { } fact)
        {
            return null;
        }

        var finding = Of(call, store.Name, fact.Element + " (" + fact.Description + ")");
        return finding with { AdditionalLocations = ImmutableArray.Create(fact.Location) };
    }

    private static bool IsContract(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
        && (type.Name.IndexOf("Outbox", StringComparison.Ordinal) >= 0 || type.Name.IndexOf("Saga", StringComparison.Ordinal) >= 0
            || type.Name.IndexOf("MessagePersistence", StringComparison.Ordinal) >= 0);

    private static int Count(Func<string, bool> isAlternative, IOperation at, FactContext context, CancellationToken cancellationToken) =>
        context.Compilation.SyntaxTrees.Sum(t =>
        {
            var names = TreeNames.Of(t, cancellationToken);
            return names.CallNames.Where(isAlternative).Sum(n => names.Calls(n).Count(c => c != at.Syntax));
        });

    private static bool IsCap(IMethodSymbol method) => (method.ReducedFrom ?? method).Parameters.FirstOrDefault()?.Type.Name == "CapOptions";

    private static bool IsRepository(string name) =>
        name.IndexOf("InMemory", StringComparison.Ordinal) < 0 && !name.StartsWith("Get", StringComparison.Ordinal) && !name.StartsWith("Add", StringComparison.Ordinal)
        && (name.EndsWith("Repository", StringComparison.Ordinal) || name.EndsWith("SagaRepositoryProvider", StringComparison.Ordinal));

    private static bool IsOutbox(string name) => name.EndsWith("Outbox", StringComparison.Ordinal) && name.IndexOf("InMemory", StringComparison.Ordinal) < 0;

    private static bool IsStorage(string name) =>
        name is "UsePostgreSql" or "UseSqlServer" or "UseMySql" or "UseMongoDB" or "UseEntityFramework" or "UseSqlite" or "UseOracle";
}
