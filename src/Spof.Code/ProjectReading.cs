using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Spof.Code.Mapping;
using Spof.Code.Projects;
using Spof.Code.References;
using Spof.Code.Sources;
using Spof.Model;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Rules;

namespace Spof.Code;

/// <summary>What is known of one project on its way from file to model.</summary>
internal sealed class ProjectReading(ProjectFile file)
{
    public ProjectFile File { get; } = file;

    public ResolvedReferences References { get; set; } = new();

    public ProjectSources Sources { get; set; } = new([], [], []);

    public ProjectConfiguration Configuration { get; set; } = new([], [], []);

    public ProjectAnalyzerConfig? AnalyzerConfig { get; set; }

    public ProjectCatalogues Catalogues { get; set; } = ProjectCatalogues.None;

    public CSharpCompilation? Compilation { get; set; }

    public CompilationFacts Facts { get; set; } = new();

    public ImmutableArray<CodeDependency> Dependencies { get; private set; } = [];

    public ImmutableArray<StateHolder> State { get; private set; } = [];

    public ImmutableArray<CodeFinding> Findings { get; private set; } = [];

    /// <summary>Rule ids of findings that the code suppresses or a configuration switches off, one for each.</summary>
    public ImmutableArray<string> Suppressed { get; private set; } = [];

    /// <summary>True when a web or worker project is this project or references it.</summary>
    public bool RunsInServer { get; set; }

    /// <summary>Tests depend on nothing that a system in production would miss.</summary>
    public bool HasFacts => File.Kind != ProjectKind.Test;

    /// <summary>Calls that may name an endpoint and could neither be bound to a symbol nor told by their name.</summary>
    public int UnknownCalls => Facts.Candidates - Facts.Bound - Facts.MatchedByName;

    public IEnumerable<Gap> Gaps => [.. File.Gaps, .. References.Gaps, .. Sources.Gaps, .. Configuration.Gaps, .. AnalyzerConfig?.Gaps ?? [], .. Catalogues.Gaps];

    public void Compile(IEnumerable<CSharpCompilation> referenced) =>
        Compilation = CSharpCompilation.Create(
            File.AssemblyName,
            Sources.All,
            References.References.Concat(referenced.Select(r => r.ToMetadataReference())),
            new CSharpCompilationOptions(
                File.OutputKind,
                allowUnsafe: File.AllowsUnsafe,
                specificDiagnosticOptions: File.NoWarn.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)),
                concurrentBuild: false,
                nullableContextOptions: File.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable)
                .WithSyntaxTreeOptionsProvider(AnalyzerConfig?.Severities));

    /// <param name="defaults">Settings that hold where the project's own files say nothing.</param>
    /// <param name="environment">The environment asked for, whose files are evidence whatever else is said.</param>
    /// <param name="users">Projects that run this one, where it is a library, with all that runs together with them.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public void Extract(FactOptions defaults, string? environment, IEnumerable<ProjectReading> users, CancellationToken cancellationToken)
    {
        if (!HasFacts || Compilation is null)
        {
            return;
        }

        var options = OptionsOf(defaults with { ApplicationKind = FactMap.ApplicationKindOf(File.Kind, RunsInServer) });
        var ignored = options.IgnoredEnvironments.Where(e => !e.Equals(environment, StringComparison.OrdinalIgnoreCase)).ToArray();
        var context = new FactContext(
            Compilation, ConfigurationView.Of(Configuration.Texts, ignored), options with { IgnoredEnvironments = ignored },
            [.. users.Select(u => u.Compilation).OfType<CSharpCompilation>()])
        {
            PackagesReferenced = References.PackagesReferenced,
        };
        Facts = FactExtractor.Extract(context, Sources.Written, cancellationToken);
        State = FactMap.StateOf(Facts, File);
        var judged = options.ApplicationKind == ApplicationKind.Client ? []
            : CodeRules.Judge(Facts, context)
                .Concat(CatalogueJudge.Judge(context, Sources.Written, Configuration.Texts.Select(t => t.Path), cancellationToken))
                .Select(f => f.In(Compilation)).OfType<RuleFinding>().ToArray();
        var shown = judged.Select(f => Suppressions.Apply(f, Compilation)).ToArray();
        Suppressed = [.. judged.Where((_, i) => shown[i] is null).Select(f => f.Rule.Id)];
        Findings =
        [
            .. shown.OfType<RuleFinding>()
                .Select(f => FindingMap.Of(f, File.LogicalName) with
                {
                    Stated = FindingMap.StatedOf(AcceptanceInCode.Of(f.Rule.Id, f.Location, Compilation, context.Model, cancellationToken)),
                })
                .OrderBy(f => f.RuleId, StringComparer.Ordinal)
                .ThenBy(f => f.Evidence.Length > 0 ? f.Evidence[0].At : null),
        ];
    }

    private FactOptions OptionsOf(FactOptions defaults) =>
        AnalyzerConfig is null ? defaults : FactOptionsReader.Read(new OptionReader(AnalyzerConfig.Options, Sources.Written.FirstOrDefault()), Catalogues.Catalogues, defaults);

    /// <summary>Once it is known what the other projects use.</summary>
    public void Map() => Dependencies = FactMap.DependenciesOf(Facts, File);
}
