using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Tests.Harness;

/// <summary>Reference assemblies of the framework, ASP.NET Core and the libraries that the rules know; read once.</summary>
internal static class ReferenceBag
{
    public static ImmutableArray<MetadataReference> All { get; } =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "refs.txt")).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The framework alone: no library that a rule looks for, except those in the base class library.</summary>
    public static ImmutableArray<MetadataReference> FrameworkOnly { get; } =
        [.. All.Where(r => r.Display!.Contains("Microsoft.NETCore.App.Ref", StringComparison.Ordinal))];
}
