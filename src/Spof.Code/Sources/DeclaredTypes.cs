using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Spof.Code.Sources;

/// <summary>The types that sources declare outside of other types, by name alone: nothing is bound.</summary>
internal sealed class DeclaredTypes
{
    /// <summary>By name with namespace and number of type parameters: true when each declaration is a partial one.</summary>
    private readonly Dictionary<string, bool> _types = new(StringComparer.Ordinal);

    public static DeclaredTypes In(IEnumerable<SyntaxTree> trees)
    {
        var types = new DeclaredTypes();
        foreach (var tree in trees)
        {
            types.TryAdd(tree);
        }

        return types;
    }

    /// <returns>False, and nothing is added, when one of the types is there already and either declaration is whole.</returns>
    public bool TryAdd(SyntaxTree tree)
    {
        var own = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var member in tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<MemberDeclarationSyntax>())
        {
            if (NameOf(member) is { } name)
            {
                own[name] = member.Modifiers.Any(m => m.ValueText == "partial") && own.GetValueOrDefault(name, true);
            }
        }

        if (own.Any(o => _types.TryGetValue(o.Key, out var isPartial) && !(isPartial && o.Value)))
        {
            return false;
        }

        foreach (var (name, isPartial) in own)
        {
            _types[name] = isPartial;
        }

        return true;
    }

    private static string? NameOf(MemberDeclarationSyntax member)
    {
        var (name, parameters) = member switch
        {
            TypeDeclarationSyntax type => (type.Identifier.ValueText, type.TypeParameterList?.Parameters.Count ?? 0),
            EnumDeclarationSyntax type => (type.Identifier.ValueText, 0),
            DelegateDeclarationSyntax type => (type.Identifier.ValueText, type.TypeParameterList?.Parameters.Count ?? 0),
            _ => (null, 0),
        };
        return name is null ? null : string.Join('.', member.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(n => n.Name.ToString()).Append(name)) + "`" + parameters;
    }
}
