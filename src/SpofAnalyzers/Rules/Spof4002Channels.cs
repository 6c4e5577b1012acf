using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Where accepted work waits, and what shows that waiting there costs nothing.</summary>
internal static class Spof4002Channels
{
    private static readonly string[] Creating = ["CreateUnbounded", "CreateBounded", "CreateUnboundedPrioritized"];

    private static readonly string[] Reading = ["ReadAllAsync", "ReadAsync", "TryRead"];

    /// <summary>The field, property or parameter that holds the container; for a channel's writer the channel.</summary>
    public static IOperation Held(IOperation receiver) =>
        receiver.Unwrapped() is IPropertyReferenceOperation { Property.Name: "Writer", Instance: { } channel } writer && ContainerOperations.IsChannelEnd(writer.Type!)
            ? channel.Unwrapped() : receiver.Unwrapped();

    /// <summary>The channel that is injected where the call writes to it; null unless its creation and a hosted service that reads it are in sight.</summary>
    public static (INamedTypeSymbol Item, IOperation Creation, IOperation Reading)? Shared(
        IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var held = Held(call.Instance!);
        if (held is not (IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation)
            || held.Type is not INamedTypeSymbol { Name: "Channel" or "ChannelWriter", TypeArguments: [INamedTypeSymbol item] }
            || call.EnclosingSymbol()?.ContainingType is not { } type || CodePhase.IsHosted(type)
            || StateIndex.Of(context).Content.Find(item) is not { } domain)
        {
            return null;
        }

        var creation = Creating.SelectMany(n => CallSearch.Of(n, context, cancellationToken))
            .FirstOrDefault(c => c.TargetMethod.TypeArguments is [var made] && SymbolEqualityComparer.Default.Equals(made, item) && IsRegistered(c));
        var reading = Reading.SelectMany(n => CallSearch.Of(n, context, cancellationToken))
            .FirstOrDefault(c => c.Instance?.Type is INamedTypeSymbol { TypeArguments: [var read] } && SymbolEqualityComparer.Default.Equals(read, item)
                && CodePhase.IsHosted(c.EnclosingSymbol()?.ContainingType));
        return creation is not null && reading is not null && !MentionsDrop(creation.Syntax) ? (domain, creation, reading) : null;
    }

    /// <summary>A channel that throws away what does not fit is meant to lose items: telemetry.</summary>
    public static bool DropsItems(INamedTypeSymbol owner, CancellationToken cancellationToken) =>
        owner.DeclaringSyntaxReferences.Any(r => MentionsDrop(r.GetSyntax(cancellationToken)));

    /// <summary>True when the code that hands the item over has written something to a store: its own function, or all who call it.</summary>
    public static bool ArePersistedBefore(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (WritesBefore(call))
        {
            return true;
        }

        if (SourceBodies.Of(context).EnclosingMethod(call, cancellationToken) is not { } method)
        {
            return false;
        }

        var isCalled = false;
        foreach (var (name, model) in StateIndex.Of(context).References(method, cancellationToken))
        {
            if (TreeNames.InvocationOf(name) is { } syntax && model.GetOperation(syntax, cancellationToken) is IInvocationOperation caller)
            {
                if (!WritesBefore(caller))
                {
                    return false;
                }

                isCalled = true;
            }
        }

        return isCalled;
    }

    /// <summary>True when the function that the operation stands in persists something in front of it.</summary>
    public static bool WritesBefore(IOperation operation) =>
        RuntimeCode.ScopeOf(operation).Descendants().OfType<IInvocationOperation>()
            .Any(c => c.Syntax.SpanStart < operation.Syntax.SpanStart && !c.Syntax.Contains(operation.Syntax) && WriteThrough.Persists(c));

    private static bool MentionsDrop(SyntaxNode node) =>
        node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText is "DropOldest" or "DropNewest" or "DropWrite");

    /// <summary>Handed to the container: in the arguments of a registration, or kept in a local that is.</summary>
    private static bool IsRegistered(IOperation creation)
    {
        for (var at = creation.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IInvocationOperation { TargetMethod.Name: "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" }:
                    return true;
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return at.Root().Descendants().OfType<ILocalReferenceOperation>()
                        .Any(r => SymbolEqualityComparer.Default.Equals(r.Local, local) && IsRegistered(r));
            }
        }

        return false;
    }
}
