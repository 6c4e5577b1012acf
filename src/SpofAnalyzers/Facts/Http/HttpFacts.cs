using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>The HTTP and gRPC clients of a compilation.</summary>
internal static class HttpFacts
{
    /// <param name="context">The compilation and what is known about it.</param>
    /// <param name="trees">Files to look at; generated ones are left out by the caller.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The clients, and the names by which the code asks for clients. Rules that ask later are given the same ones.</returns>
    public static (Extracted<ClientFact> Clients, ClientNamesAsked NamesAsked) Extract(
        FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var index = new ClientIndex(context, trees, cancellationToken);
        var clients = index.Build();
        var slot = context.GetOrCreate(_ => new Slot());
        lock (slot)
        {
            slot.Clients = SetOf(clients, context, trees);
        }

        return (clients, index.NamesAsked);
    }

    /// <summary>
    /// The clients that an operation introduces: what a rule asks from an action on one registration or construction. All
    /// written files are searched once per context, because a call or a default may stand in any of them.
    /// </summary>
    public static IEnumerable<ClientFact> IntroducedBy(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        var location = operation switch
        {
            IInvocationOperation call when ClientIndex.Introduces(call.TargetMethod.Name) => call.NameLocation(),
            IObjectCreationOperation creation when context.Is(creation.Type, HttpMethods.HttpClient) => creation.Syntax.GetLocation(),
            _ => null,
        };
        return location is null ? [] : OfCompilation(context, cancellationToken).IntroducedAt(location);
    }

    /// <summary>The clients of all written files, searched once per context.</summary>
    public static ClientSet OfCompilation(FactContext context, CancellationToken cancellationToken)
    {
        var slot = context.GetOrCreate(_ => new Slot());
        lock (slot)
        {
            if (slot.Clients is null)
            {
                SyntaxTree[] trees = [.. context.Compilation.SyntaxTrees.Where(IsWritten)];
                slot.Clients = SetOf(new ClientIndex(context, trees, cancellationToken).Build(), context, trees);
            }

            return slot.Clients;
        }
    }

    /// <summary>What is told by its name only is no proof.</summary>
    private static ClientSet SetOf(Extracted<ClientFact> clients, FactContext context, IReadOnlyList<SyntaxTree> trees) =>
        new([.. clients.Facts.Where(c => !c.IsMatchedByName)], token => new ClientIndex(context, trees, token).ReadDefaults());

    private static bool IsWritten(SyntaxTree tree)
    {
        var path = tree.FilePath;
        return !path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase)
            && !path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".g.i.cs", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Filled under its lock, so that a cancelled search leaves it empty and the next one starts again.</summary>
    private sealed class Slot
    {
        public ClientSet? Clients { get; set; }
    }
}
