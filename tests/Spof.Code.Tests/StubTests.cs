using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Spof.Code.References;
using Spof.Code.Tests.Harness;

namespace Spof.Code.Tests;

/// <summary>The declarations that stand in for missing packages say the same as the real packages.</summary>
public sealed class StubTests
{
    /// <summary>The bag does not hold these packages; their declarations follow the library's documentation.</summary>
    private static readonly string[] NotInTheBag =
    [
        "Pomelo.EntityFrameworkCore.MySql", "RabbitMQ.Client.6", "MySql.Data", "MySql.EntityFrameworkCore",
        "Aspire.StackExchange.Redis", "Aspire.Npgsql.EntityFrameworkCore.PostgreSQL",
    ];

    private static readonly SymbolDisplayFormat Signature = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.NameOnly);

    private static readonly ImmutableArray<MetadataReference> Bag =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "refs.txt")).Select(p => MetadataReference.CreateFromFile(p))];

    private static readonly ImmutableArray<MetadataReference> Framework =
        [.. Bag.Where(r => r.Display!.Contains("Microsoft.NETCore.App.Ref", StringComparison.Ordinal) || r.Display!.Contains("Microsoft.AspNetCore.App.Ref", StringComparison.Ordinal))];

    public static TheoryData<string> Libraries => [.. DeclarationStubs.All.Select(l => l.Name)];

    public static TheoryData<string> LibrariesInTheBag => [.. DeclarationStubs.All.Select(l => l.Name).Except(NotInTheBag)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Declarations_of_a_library_compile_against_the_framework(string name) =>
        AssertNone(Compile(DeclarationStubs.All.Single(l => l.Name == name)).Errors());

    [Theory]
    [MemberData(nameof(LibrariesInTheBag))]
    public void Every_declared_member_exists_in_the_real_package(string name)
    {
        var real = CSharpCompilation.Create("Real", references: Bag);
        var differences = new List<string>();
        var checkedMembers = 0;
        var stub = Compile(DeclarationStubs.All.Single(l => l.Name == name));
        foreach (var type in Types(stub.Assembly.GlobalNamespace).Where(IsChecked))
        {
            var twins = real.GetTypesByMetadataName(MetadataName(type)).Where(t => t.DeclaredAccessibility == Accessibility.Public).ToArray();
            if (twins.Length == 0)
            {
                differences.Add("type " + MetadataName(type));
                continue;
            }

            var members = twins.SelectMany(t => t.GetMembers()).Select(m => m.ToDisplayString(Signature)).ToHashSet(StringComparer.Ordinal);
            foreach (var member in type.GetMembers().Where(m => IsChecked(m) && IsPublic(m) && !IsAccessor(m)))
            {
                checkedMembers++;
                if (!members.Contains(member.ToDisplayString(Signature)))
                {
                    differences.Add($"{MetadataName(type)}: {member.ToDisplayString(Signature)}");
                }
            }
        }

        AssertNone(differences);
        Assert.True(checkedMembers > 0);
    }

    private static void AssertNone(IReadOnlyCollection<string> differences) =>
        Assert.True(differences.Count == 0, string.Join('\n', differences));

    private static CSharpCompilation Compile(StubLibrary library) =>
        DeclarationStubs.Compile(library, [.. Framework, .. library.Needs.Select(n => Compile(DeclarationStubs.All.Single(l => l.Name == n)).ToMetadataReference())]);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Where(t => t.DeclaredAccessibility == Accessibility.Public).Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;

    /// <summary>What an older version had is declared in a source of its own.</summary>
    private static bool IsChecked(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(r => !NotInTheBag.Contains(Path.GetFileNameWithoutExtension(r.SyntaxTree.FilePath)));

    private static bool IsPublic(ISymbol member) =>
        !member.IsImplicitlyDeclared && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected;

    private static bool IsAccessor(ISymbol member) => member is IMethodSymbol
    {
        MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.ExplicitInterfaceImplementation,
    };
}
