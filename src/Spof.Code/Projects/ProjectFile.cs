using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>A package that a project asks for.</summary>
/// <param name="Id">Package id as written.</param>
/// <param name="Version">Version or range as written; null when none is stated.</param>
/// <param name="IsPrivate">True when the reference does not flow to projects that reference this one.</param>
internal sealed record PackageReference(string Id, string? Version, bool IsPrivate);

/// <summary>A <c>Using</c> item.</summary>
internal sealed record GlobalUsing(string Name, string? Alias, bool IsStatic);

/// <summary>What a project file and its imports say, for one target framework.</summary>
internal sealed record ProjectFile
{
    /// <summary>Full path.</summary>
    public required string Path { get; init; }

    public required string AssemblyName { get; init; }

    /// <summary>What its ids are made of: the assembly name, unless several projects share it.</summary>
    public string LogicalName { get => field ?? AssemblyName; init; }

    public required string RootNamespace { get; init; }

    public ProjectKind Kind { get; init; }

    public IReadOnlyList<string> Sdks { get; init; } = [];

    public required TargetFramework Framework { get; init; }

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public bool IsNullable { get; init; }

    public bool AllowsUnsafe { get; init; }

    public ImmutableArray<string> PreprocessorSymbols { get; init; } = [];

    /// <summary>Full paths in a fixed order.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    public ImmutableArray<GlobalUsing> Usings { get; init; } = [];

    /// <summary>Names of the assemblies that see its internals by an item of the project file.</summary>
    public ImmutableArray<string> Friends { get; init; } = [];

    /// <summary>Full paths of the C# projects it references inside the root.</summary>
    public ImmutableArray<string> ProjectReferences { get; init; } = [];

    public ImmutableArray<PackageReference> Packages { get; init; } = [];

    /// <summary>Full paths of assemblies that the repository itself carries.</summary>
    public ImmutableArray<string> AssemblyReferences { get; init; } = [];

    /// <summary>True when ASP.NET Core is part of what the project compiles against.</summary>
    public bool UsesAspNetCore { get; init; }

    public ImmutableArray<Gap> Gaps { get; init; } = [];

    public string Directory => System.IO.Path.GetDirectoryName(Path)!;
}
