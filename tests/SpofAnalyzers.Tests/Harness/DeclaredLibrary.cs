using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SpofAnalyzers.Tests.Harness;

/// <summary>A library of which only some declarations are known: an assembly of its name, so that rules see what they would see of the real one.</summary>
internal static class DeclaredLibrary
{
    private static readonly ConcurrentDictionary<(string, string), MetadataReference> Made = new();

    public static MetadataReference Of(string assembly, string declarations) => Made.GetOrAdd((assembly, declarations), static library =>
    {
        var compilation = CSharpCompilation.Create(library.Item1, [CSharpSyntaxTree.ParseText(library.Item2)], ReferenceBag.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Annotations));
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        return compilation.ToMetadataReference();
    });
}
