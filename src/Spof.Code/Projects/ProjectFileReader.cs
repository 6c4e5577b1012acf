using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>Reads a project file as data: nothing is built, restored or run.</summary>
internal sealed class ProjectFileReader(ScanRoot root, Func<string, bool> isExcluded)
{
    private const string AspNetCore = "Microsoft.AspNetCore.App";

    /// <param name="path">Full path of the project file.</param>
    /// <param name="solution">Full path of the solution it was found in, or null.</param>
    /// <exception cref="System.Xml.XmlException">The file is not well-formed, too large, or declares a document type.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The file is no project.</exception>
    public ProjectFile Read(string path, string? solution)
    {
        var document = SafeXml.Load(path);
        var evaluation = ProjectEvaluation.Run(root, path, document, solution, targetFramework: null);
        var framework = FrameworkOf(evaluation.Properties, out var chosen, out var others);
        if (chosen is not null)
        {
            evaluation = ProjectEvaluation.Run(root, path, document, solution, chosen);
        }

        var properties = evaluation.Properties;
        var gaps = new List<Gap>();
        var earlier = EarlierBuild.Of(root, evaluation, isExcluded, gaps);
        var items = ProjectItems.Evaluate(root, evaluation, SdkUsings.Of(evaluation.Sdks, properties, framework), earlier, isExcluded);
        var name = Path.GetFileNameWithoutExtension(path);
        var assembly = properties["AssemblyName"].Text is { Length: > 0 } written ? written : name;
        var packages = items.Packages;
        var frameworkReferences = items.FrameworkReferences;
        var kind = ProjectKinds.Of(evaluation.Sdks, properties, framework, packages, frameworkReferences);
        return new ProjectFile
        {
            Path = path,
            AssemblyName = assembly,
            PackageId = properties["PackageId"].Text.Trim() is { Length: > 0 } package ? package : assembly,
            RootNamespace = properties["RootNamespace"].Text is { Length: > 0 } space ? space : name.Replace(' ', '_'),
            Kind = kind,
            Sdks = evaluation.Sdks,
            Framework = framework,
            ChosenFramework = chosen,
            OtherFrameworks = [.. others.Select(o => Other(path, document, solution, o))],
            OutputKind = OutputKindOf(evaluation.Sdks, properties["OutputType"].Text.Trim()),
            LanguageVersion = LanguageVersionOf(properties["LangVersion"].Text),
            IsNullable = properties["Nullable"].Text.Trim().ToUpperInvariant() is "ENABLE" or "ANNOTATIONS",
            AllowsUnsafe = properties.IsTrue("AllowUnsafeBlocks"),
            NoWarn = [.. properties["NoWarn"].Text.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)],
            PreprocessorSymbols = SymbolsOf(properties["DefineConstants"].Text, framework),
            Sources = items.Sources,
            Pages = items.Pages,
            IntermediateFolder = earlier.Folder,
            GeneratedBefore = [.. earlier.Sources.Except(items.Sources, ScanRoot.PathComparer)],
            Usings = [.. items.Usings],
            Friends = items.Friends,
            ProjectReferences = [.. items.ProjectReferences.Where(p => !ScanRoot.PathComparer.Equals(p, path))],
            Packages = packages,
            AssemblyReferences = items.Assemblies,
            UsesAspNetCore = frameworkReferences.Contains(AspNetCore)
                || evaluation.Sdks.Contains("Microsoft.NET.Sdk.Web", StringComparer.OrdinalIgnoreCase)
                || packages.Any(p => p.Id.Equals(AspNetCore, StringComparison.OrdinalIgnoreCase)),
            Gaps = [.. evaluation.Gaps, .. gaps, .. items.Gaps],
        };
    }

    /// <summary>What the project compiles for a framework that it is not read for. What is not understood there, too, is told for the chosen one.</summary>
    private OtherFramework Other(string path, XDocument document, string? solution, string moniker)
    {
        var evaluation = ProjectEvaluation.Run(root, path, document, solution, moniker);
        var framework = TargetFramework.Parse(moniker)!;
        var items = ProjectItems.Evaluate(root, evaluation, [], EarlierBuild.Of(root, evaluation, isExcluded, []), isExcluded);
        return new OtherFramework(moniker, SymbolsOf(evaluation.Properties["DefineConstants"].Text, framework), items.Sources);
    }

    /// <summary>The framework to read for; where the project builds for several, <paramref name="chosen"/> is its moniker beside <paramref name="others"/>.</summary>
    private static TargetFramework FrameworkOf(PropertyTable properties, out string? chosen, out IEnumerable<string> others)
    {
        chosen = null;
        others = [];
        if (TargetFramework.Parse(properties["TargetFramework"].Text) is { } single)
        {
            return single;
        }

        var several = properties["TargetFrameworks"].Text
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(m => (Moniker: m, Framework: TargetFramework.Parse(m)))
            .Where(m => m.Framework is not null)
            .ToArray();
        if (TargetFramework.MostCapable(several.Select(m => m.Framework!)) is { } best)
        {
            var moniker = chosen = several.First(m => m.Framework == best).Moniker;
            others = several.Select(m => m.Moniker).Where(m => m != moniker).Distinct(StringComparer.OrdinalIgnoreCase);
            return best;
        }

        return Version.TryParse(properties["TargetFrameworkVersion"].Text.TrimStart('v'), out var old)
            ? new TargetFramework(FrameworkFamily.NetFramework, old)
            : new TargetFramework(FrameworkFamily.Net, new Version(Environment.Version.Major, 0));
    }

    private static OutputKind OutputKindOf(IReadOnlyList<string> sdks, string outputType) => outputType.ToUpperInvariant() switch
    {
        "EXE" => OutputKind.ConsoleApplication,
        "WINEXE" => OutputKind.WindowsApplication,
        "" when sdks.Any(s => s.EndsWith(".Web", StringComparison.OrdinalIgnoreCase) || s.EndsWith(".Worker", StringComparison.OrdinalIgnoreCase)) =>
            OutputKind.ConsoleApplication,
        _ => OutputKind.DynamicallyLinkedLibrary,
    };

    /// <summary>An older language version only forbids; reading with the latest one never loses a fact, so unknown ones are read so.</summary>
    private static LanguageVersion LanguageVersionOf(string text) =>
        LanguageVersionFacts.TryParse(text.Trim(), out var version) && version != LanguageVersion.Default ? version : LanguageVersion.Latest;

    private static ImmutableArray<string> SymbolsOf(string defined, TargetFramework framework) =>
    [
        .. defined.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(["TRACE", "RELEASE"])
            .Concat(framework.PreprocessorSymbols())
            .Where(SyntaxFacts.IsValidIdentifier)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
