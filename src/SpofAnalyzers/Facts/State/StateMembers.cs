using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>A field or auto-property that may hold state.</summary>
/// <param name="Symbol">The field, or the property that the person wrote.</param>
/// <param name="Type">Its type as the owner is constructed.</param>
/// <param name="Container">Null for a static scalar.</param>
internal sealed record StateMember(ISymbol Symbol, ITypeSymbol Type, StateContainer? Container);

/// <summary>Finds members that could be state, by syntax (is binding worth it?) and by symbol.</summary>
internal static class StateMembers
{
    /// <summary>
    /// Type declarations of a file that declare a container, or a static variable of a type that is no keyword.
    /// Looks at members only, never at statements.
    /// </summary>
    public static IEnumerable<TypeDeclarationSyntax> DeclaringTypes(SyntaxNode root)
    {
        var aliases = ContainerAliases(root);
        foreach (var type in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
        {
            foreach (var member in type.Members)
            {
                var declared = member switch
                {
                    FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword) => field.Declaration.Type,
                    PropertyDeclarationSyntax { ExpressionBody: null } property => property.Type,
                    _ => null,
                };
                if (declared is not null && (IsContainer(declared, aliases) || IsStaticScalar(member, declared)))
                {
                    yield return type;
                    break;
                }
            }
        }
    }

    /// <summary>Candidate members of a type; static ones, and instance ones when the type is a singleton in the given form.</summary>
    /// <param name="type">The type as declared.</param>
    /// <param name="singletons">The forms in which it is created once per process; empty when it is not.</param>
    /// <param name="content">Tells own types from others.</param>
    public static IEnumerable<StateMember> Of(INamedTypeSymbol type, IReadOnlyList<INamedTypeSymbol> singletons, DomainContent content)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is not IFieldSymbol { IsConst: false, AssociatedSymbol: null or IPropertySymbol } field || IsPerThread(field))
            {
                continue;
            }

            var symbol = field.AssociatedSymbol ?? field;
            if (!field.IsStatic)
            {
                foreach (var form in singletons)
                {
                    var constructed = form.GetMembers(field.Name).OfType<IFieldSymbol>().FirstOrDefault()?.Type ?? field.Type;
                    if (StateContainer.Of(constructed) is { } container)
                    {
                        yield return new StateMember(symbol, constructed, container);
                    }
                }
            }
            else if (StateContainer.Of(field.Type) is { } container)
            {
                yield return new StateMember(symbol, field.Type, container);
            }
            else if (IsScalar(field) && content.Find(DomainContent.Unwrap(field.Type)) is not null)
            {
                yield return new StateMember(symbol, field.Type, null);
            }
        }
    }

    /// <summary>What instances of the type may keep things in: containers, and members that a constructed form may make one.</summary>
    public static IEnumerable<ISymbol> OfInstances(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>()
            .Where(f => !f.IsStatic && (f.Type.TypeKind == TypeKind.TypeParameter || StateContainer.Of(f.Type) is not null))
            .Select(f => f.AssociatedSymbol ?? f);

    /// <summary>True when the type has a container or a static variable at all; asks no semantic model and no index.</summary>
    public static bool MayHold(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsConst: false } field && (StateContainer.Of(field.Type) is not null || IsScalar(field)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsScalar(IFieldSymbol field) =>
        field is { IsStatic: true, IsReadOnly: false, Type: INamedTypeSymbol { SpecialType: SpecialType.None } type }
        && type.TypeKind is TypeKind.Class or TypeKind.Struct;

    private static bool IsPerThread(IFieldSymbol field) =>
        field.IsStatic && field.GetAttributes().Any(a => a.AttributeClass?.Name == "ThreadStaticAttribute");

    private static bool IsStaticScalar(MemberDeclarationSyntax member, TypeSyntax type) =>
        member.Modifiers.Any(SyntaxKind.StaticKeyword)
        && !member.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
        && (member is FieldDeclarationSyntax || (member is PropertyDeclarationSyntax { AccessorList: { } accessors } && accessors.Accessors.Any(a => a.IsKind(SyntaxKind.SetAccessorDeclaration))))
        && StripNullable(type) is IdentifierNameSyntax or QualifiedNameSyntax or GenericNameSyntax;

    private static bool IsContainer(TypeSyntax type, HashSet<string>? aliases) => StripNullable(type) switch
    {
        ArrayTypeSyntax { ElementType: not PredefinedTypeSyntax } => true,
        GenericNameSyntax generic => StateContainer.IsKnownName(generic.Identifier.ValueText),
        QualifiedNameSyntax { Right: GenericNameSyntax generic } => StateContainer.IsKnownName(generic.Identifier.ValueText),
        AliasQualifiedNameSyntax { Name: GenericNameSyntax generic } => StateContainer.IsKnownName(generic.Identifier.ValueText),
        IdentifierNameSyntax name => aliases?.Contains(name.Identifier.ValueText) ?? false,
        _ => false,
    };

    private static HashSet<string>? ContainerAliases(SyntaxNode root)
    {
        HashSet<string>? aliases = null;
        if (root is CompilationUnitSyntax unit)
        {
            foreach (var directive in unit.Usings)
            {
                if (directive is { Alias: { } alias, NamespaceOrType: { } target } && IsContainer(target, null))
                {
                    (aliases ??= new(StringComparer.Ordinal)).Add(alias.Name.Identifier.ValueText);
                }
            }
        }

        return aliases;
    }

    private static TypeSyntax StripNullable(TypeSyntax type) => type is NullableTypeSyntax nullable ? nullable.ElementType : type;
}
