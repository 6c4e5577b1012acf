using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>Names by which code asks the factory for clients.</summary>
/// <param name="Names">Constant names; a computed one as it is written.</param>
/// <param name="HasComputed">True when some name is computed, so that any client may be meant.</param>
internal sealed record ClientNamesAsked(IReadOnlyCollection<string> Names, bool HasComputed)
{
    public static ClientNamesAsked None { get; } = new([], false);

    public bool Cover(string name) => HasComputed || Names.Contains(name);
}

/// <summary>
/// Tells registered clients that code uses from those that nothing asks for. A typed client counts as used where its type is written
/// outside its own declaration and its registration: in a constructor, a handler's parameter, a property, a call of the container.
/// </summary>
internal sealed class ClientUses(FactContext context, ClientNamesAsked asked, CancellationToken cancellationToken)
{
    public ClientUse Of(ClientDraft draft) =>
        !draft.IsUseShown || asked.Cover(draft.Name) || Mention(draft.TypeNames, context.Compilation.SyntaxTrees, cancellationToken) ? ClientUse.Used
        : IsClosed(draft) ? ClientUse.Nowhere
        : ClientUse.NotHere;

    /// <summary>True when one of the files writes one of the types to get hold of the client.</summary>
    public static bool Mention(IReadOnlyCollection<string> types, IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken) =>
        types.Count > 0 && trees.Any(tree => types.Any(type => NameMentions.Of(type, tree, cancellationToken).Any(m => !IsOwn(m, types))));

    /// <summary>True when only this compilation can name what it registers: its types are declared here, and no other assembly sees them.</summary>
    private bool IsClosed(ClientDraft draft) => draft.Types.Count > 0 && draft.Types.TrueForAll(
        t => SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, context.Compilation.Assembly)
            && (context.Compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary || (IsInternal(t) && !HasFriends)));

    private bool HasFriends => context.Compilation.Assembly.GetAttributes().Any(a => a.AttributeClass?.Name == "InternalsVisibleToAttribute");

    private static bool IsInternal(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            if (at.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Inside the declaration of one of the types, or a type argument of what registers clients.</summary>
    private static bool IsOwn(SimpleNameSyntax mention, IReadOnlyCollection<string> types)
    {
        if (mention.FirstAncestorOrSelf<TypeArgumentListSyntax>() is { Parent: GenericNameSyntax { Identifier.ValueText: var method } }
            && (HttpMentions.Registers(method) || method == "AddTypedClient"))
        {
            return true;
        }

        foreach (var declaration in mention.Ancestors().OfType<BaseTypeDeclarationSyntax>())
        {
            if (types.Contains(declaration.Identifier.ValueText))
            {
                return true;
            }
        }

        return false;
    }
}
