using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>The namespaces whose types a place may name without writing them in full.</summary>
internal sealed class FileImports
{
    private readonly HashSet<string> _global = new(StringComparer.Ordinal);

    private FileImports(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot() is CompilationUnitSyntax unit)
            {
                foreach (var directive in unit.Usings.Where(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)))
                {
                    Add(directive, _global);
                }
            }
        }
    }

    public static FileImports Of(FactContext context) => context.GetOrCreate(c => new FileImports(c.Compilation));

    /// <summary>True when the namespace is imported at the place: for all files, by the file, or by being in it.</summary>
    public bool Contain(string imported, SyntaxNode place) => _global.Contains(imported) || Around(place).Contains(imported);

    /// <summary>True when the namespace, or one below it, is imported at the place.</summary>
    public bool ContainAnyBelow(string imported, SyntaxNode place) => _global.Concat(Around(place)).Any(n => IsBelow(n, imported));

    private static IEnumerable<string> Around(SyntaxNode place)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scope in place.Ancestors())
        {
            switch (scope)
            {
                case BaseNamespaceDeclarationSyntax own:
                    Add(own.Usings, names);
                    AddWithParents(own.Name.ToString(), names);
                    break;
                case CompilationUnitSyntax unit:
                    Add(unit.Usings, names);
                    break;
            }
        }

        return names;
    }

    private static void AddWithParents(string name, HashSet<string> names)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            names.Add(name.Substring(0, end));
        }
    }

    private static void Add(SyntaxList<UsingDirectiveSyntax> directives, HashSet<string> names)
    {
        foreach (var directive in directives)
        {
            Add(directive, names);
        }
    }

    /// <summary>An alias and a <c>using static</c> import no namespace.</summary>
    private static void Add(UsingDirectiveSyntax directive, HashSet<string> names)
    {
        if (directive is { Alias: null, Name: { } name } && !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
        {
            names.Add(WithoutGlobal(name.ToString()));
        }
    }

    public static string WithoutGlobal(string name) => name.StartsWith("global::", StringComparison.Ordinal) ? name.Substring("global::".Length) : name;

    private static bool IsBelow(string name, string root) =>
        name.StartsWith(root, StringComparison.Ordinal) && (name.Length == root.Length || name[root.Length] == '.');
}
