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

    public CSharpCompilation? Compilation { get; set; }

    public CompilationFacts Facts { get; private set; } = new();

    public ImmutableArray<CodeDependency> Dependencies { get; private set; } = [];

    public ImmutableArray<StateHolder> State { get; private set; } = [];

    public ImmutableArray<CodeFinding> Findings { get; private set; } = [];

    /// <summary>True when a web or worker project is this project or references it.</summary>
    public bool RunsInServer { get; set; }

    /// <summary>Tests depend on nothing that a system in production would miss.</summary>
    public bool HasFacts => File.Kind != ProjectKind.Test;

    /// <summary>Calls that may name an endpoint and could not be bound to a symbol.</summary>
    public int UnboundCalls => Facts.Candidates - Facts.Bound;

    public IEnumerable<Gap> Gaps => [.. File.Gaps, .. References.Gaps, .. Sources.Gaps, .. Configuration.Gaps];

    public void Compile(IEnumerable<CSharpCompilation> referenced) =>
        Compilation = CSharpCompilation.Create(
            File.AssemblyName,
            Sources.All,
            References.References.Concat(referenced.Select(r => r.ToMetadataReference())),
            new CSharpCompilationOptions(
                File.OutputKind,
                allowUnsafe: File.AllowsUnsafe,
                concurrentBuild: false,
                nullableContextOptions: File.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable));

    public void Extract(FactOptions options, CancellationToken cancellationToken)
    {
        if (!HasFacts || Compilation is null)
        {
            return;
        }

        var own = options with { ApplicationKind = FactMap.ApplicationKindOf(File.Kind, RunsInServer) };
        var context = new FactContext(Compilation, ConfigurationView.Of(Configuration.Texts, own.IgnoredEnvironments), own);
        Facts = FactExtractor.Extract(context, Sources.Written, cancellationToken);
        Dependencies = FactMap.DependenciesOf(Facts, File);
        State = FactMap.StateOf(Facts, File);
        Findings =
        [
            .. CodeRules.Judge(Facts, context).Select(f => FindingMap.Of(f, File.LogicalName))
                .OrderBy(f => f.RuleId, StringComparer.Ordinal)
                .ThenBy(f => f.Evidence.Length > 0 ? f.Evidence[0].At : null),
        ];
    }
}
