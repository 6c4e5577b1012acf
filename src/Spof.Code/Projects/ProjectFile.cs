using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>A package that a project asks for.</summary>
/// <param name="Id">Package id as written.</param>
/// <param name="Version">Version or range as written; null when none is stated.</param>
/// <param name="IsPrivate">True when the reference does not flow to projects that reference this one.</param>
internal sealed record PackageReference(string Id, string? Version, bool IsPrivate)
{
    /// <summary>True when versions are managed centrally and none is stated, so that any version at hand would be a guess.</summary>
    public bool HasNoVersion { get; init; }
}

/// <summary>A <c>Using</c> item.</summary>
internal sealed record GlobalUsing(string Name, string? Alias, bool IsStatic);

/// <summary>A source outside the repository that the build compiles into a project.</summary>
internal sealed record GeneratedSource(string Name, SourceText Text);

/// <summary>What a project file and its imports say, for one target framework.</summary>
internal sealed record ProjectFile
{
    /// <summary>Full path.</summary>
    public required string Path { get; init; }

    public required string AssemblyName { get; init; }

    /// <summary>What its ids are made of: the assembly name, unless several projects share it.</summary>
    public string LogicalName { get => field ?? AssemblyName; init; }

    /// <summary>Id of the package that the project builds, if it builds one.</summary>
    public string PackageId { get => field ?? AssemblyName; init; }

    public required string RootNamespace { get; init; }

    public ProjectKind Kind { get; init; }

    public IReadOnlyList<string> Sdks { get; init; } = [];

    public required TargetFramework Framework { get; init; }

    /// <summary>Moniker of the framework that was chosen among several; null where there is only one.</summary>
    public string? ChosenFramework { get; init; }

    /// <summary>The frameworks that were not chosen.</summary>
    public ImmutableArray<OtherFramework> OtherFrameworks { get; init; } = [];

    /// <summary>Who read it: source or exact.</summary>
    public string Loader { get; init; } = "source";

    /// <summary>Why it is read from source although a build was asked; null where it is read as asked.</summary>
    public string? LoaderReason { get; init; }

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public bool IsNullable { get; init; }

    public bool AllowsUnsafe { get; init; }

    /// <summary>Ids of diagnostics that the project switches off as a whole.</summary>
    public ImmutableArray<string> NoWarn { get; init; } = [];

    public ImmutableArray<string> PreprocessorSymbols { get; init; } = [];

    /// <summary>Full paths in a fixed order.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Full paths of Razor components and views, imports included, in a fixed order.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    public ImmutableArray<GeneratedSource> Generated { get; init; } = [];

    /// <summary>Full path of the folder where a restore and a build leave what they make between source and output.</summary>
    public required string IntermediateFolder { get; init; }

    /// <summary>Full paths of sources in the repository that an earlier build generated, the ones to prefer first.</summary>
    public ImmutableArray<string> GeneratedBefore { get; init; } = [];

    public ImmutableArray<GlobalUsing> Usings { get; init; } = [];

    /// <summary>Names of the assemblies that see its internals by an item of the project file.</summary>
    public ImmutableArray<string> Friends { get; init; } = [];

    /// <summary>Full paths of the C# projects it references inside the root.</summary>
    public ImmutableArray<string> ProjectReferences { get; init; } = [];

    public ImmutableArray<PackageReference> Packages { get; init; } = [];

    /// <summary>Full paths of assemblies that the repository itself carries.</summary>
    public ImmutableArray<string> AssemblyReferences { get; init; } = [];

    /// <summary>Full paths of everything the compiler would be given, projects included; null where it is for us to find.</summary>
    public ImmutableArray<string>? CompilerReferences { get; init; }

    /// <summary>Full paths of the catalogue files that the build hands to the rules, also of those outside of the root; empty where no build was asked.</summary>
    public ImmutableArray<string> GivenCatalogues { get; init; } = [];

    /// <summary>True when ASP.NET Core is part of what the project compiles against.</summary>
    public bool UsesAspNetCore { get; init; }

    public ImmutableArray<Gap> Gaps { get; init; } = [];

    public string Directory => System.IO.Path.GetDirectoryName(Path)!;
}
