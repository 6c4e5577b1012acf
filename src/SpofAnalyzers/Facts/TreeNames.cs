using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Names of the calls and creations of one file, found once per tree, so that facts are looked for by name before anything is bound.
/// </summary>
internal sealed class TreeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Cache = new();

    private readonly Dictionary<string, List<InvocationExpressionSyntax>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<BaseObjectCreationExpressionSyntax>> _creations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AssignmentExpressionSyntax>> _assignments = new(StringComparer.Ordinal);

    private TreeNames(SyntaxTree tree, CancellationToken cancellationToken)
    {
        Dictionary<string, string>? aliases = null;
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            switch (node)
            {
                case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias, Name: { } target } when NameOf(target) is { } name:
                    (aliases ??= new(StringComparer.Ordinal))[alias] = name;
                    break;
                case InvocationExpressionSyntax call when NameOf(call) is { } name:
                    Add(_calls, name, call);
                    break;
                case ObjectCreationExpressionSyntax creation when NameOf(creation.Type) is { } type:
                    Add(_creations, Meant(type), creation);
                    break;
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when NameOf(assignment) is { } member:
                    Add(_assignments, member, assignment);
                    break;
                case ImplicitObjectCreationExpressionSyntax creation:
                    Add(_creations, Meant((TypeOf(creation) is { } declared ? NameOf(declared) : null) ?? ""), creation);
                    break;
            }
        }

        string Meant(string type) => aliases is not null && aliases.TryGetValue(type, out var name) ? name : type;
    }

    public static TreeNames Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Cache.TryGetValue(tree, out var names))
        {
            names = new TreeNames(tree, cancellationToken);
            return Cache.GetValue(tree, _ => names);
        }

        return names;
    }

    /// <summary>Names of all methods that the file calls.</summary>
    public IEnumerable<string> CallNames => _calls.Keys;

    public IReadOnlyList<InvocationExpressionSyntax> Calls(string name) => _calls.TryGetValue(name, out var calls) ? calls : [];

    /// <summary>Creations of a type by its simple name, also where the file gives it another; <c>new()</c> under the name that its declaration gives, else under "".</summary>
    public IReadOnlyList<BaseObjectCreationExpressionSyntax> Creations(string name) => _creations.TryGetValue(name, out var creations) ? creations : [];

    /// <summary>Assignments to a member of that name, those in object initializers too.</summary>
    public IReadOnlyList<AssignmentExpressionSyntax> Assignments(string name) => _assignments.TryGetValue(name, out var assignments) ? assignments : [];

    /// <summary>Simple name of the called method, or null when a delegate is called.</summary>
    public static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The name with what it is a member of (<c>a.Name</c>, <c>.Name</c> behind a <c>?</c>), where it is one.</summary>
    public static ExpressionSyntax Qualified(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    /// <summary>The invocation whose method the name is; null for any other use of the name.</summary>
    public static InvocationExpressionSyntax? InvocationOf(SimpleNameSyntax name) =>
        Qualified(name) is var method && method.Parent is InvocationExpressionSyntax invocation && invocation.Expression == method ? invocation : null;

    /// <summary>Simple name of a type, without type arguments and <c>?</c>.</summary>
    public static string? NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => null,
    };

    /// <summary>Name of the member or variable that is assigned.</summary>
    private static string? NameOf(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The type of a creation as it is written, of <c>Type x = new(…)</c> where the declaration names it; null where none is written.</summary>
    public static TypeSyntax? TypeOf(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => type,
        { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } } => declaration.Type,
        { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } } => property.Type,
        { Parent: ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } } => property.Type,
        { Parent: ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } } => method.ReturnType,
        _ => null,
    };

    private static void Add<T>(Dictionary<string, List<T>> map, string name, T node)
    {
        if (!map.TryGetValue(name, out var nodes))
        {
            map.Add(name, nodes = []);
        }

        nodes.Add(node);
    }
}
