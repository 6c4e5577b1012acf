using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Sources;

/// <summary>What <c>.editorconfig</c> and <c>.globalconfig</c> files say about the files of one project, as the compiler reads them.</summary>
internal sealed class ProjectAnalyzerConfig
{
    private readonly AnalyzerConfigSet _set;
    private readonly ScanRoot _root;
    private readonly ConcurrentDictionary<string, AnalyzerConfigOptionsResult> _byPath = new(StringComparer.Ordinal);

    public ProjectAnalyzerConfig(ScanRoot root, ImmutableArray<AnalyzerConfig> files, ImmutableArray<Gap> gaps)
    {
        _root = root;
        _set = AnalyzerConfigSet.Create(files);
        Gaps = gaps;
        Options = new OptionsOf(this);
        Severities = new SeveritiesOf(this);
    }

    /// <summary>Files that were not read.</summary>
    public ImmutableArray<Gap> Gaps { get; }

    /// <summary>The keys of the rules, per file and for the project.</summary>
    public AnalyzerConfigOptionsProvider Options { get; }

    /// <summary>The severities, for the compilation to apply.</summary>
    public SyntaxTreeOptionsProvider Severities { get; }

    /// <summary>Trees carry the path relative to the scanned folder; sections are written for full ones.</summary>
    private AnalyzerConfigOptionsResult Of(string path) =>
        _byPath.GetOrAdd(path, p => _set.GetOptionsForSourcePath(ScanRoot.Combine(_root.Folder, p)));

    private sealed class OptionsOf(ProjectAnalyzerConfig config) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Keys(config._set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Keys(config.Of(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Keys(config.Of(textFile.Path).AnalyzerOptions);
    }

    private sealed class Keys(ImmutableDictionary<string, string> keys) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => keys.TryGetValue(key, out value);
    }

    /// <summary>A severity for the rule counts before one for its category, and that before one for all rules.</summary>
    private sealed class SeveritiesOf(ProjectAnalyzerConfig config) : SyntaxTreeOptionsProvider
    {
        private static readonly string[] Bulk = ["dotnet_analyzer_diagnostic.category-reliability.severity", "dotnet_analyzer_diagnostic.severity"];

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            var result = config.Of(tree.FilePath);
            return result.TreeOptions.TryGetValue(diagnosticId, out severity)
                || (!config._set.GlobalConfigOptions.TreeOptions.ContainsKey(diagnosticId) && TryGetBulk(result.AnalyzerOptions, diagnosticId, out severity));
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            var global = config._set.GlobalConfigOptions;
            return global.TreeOptions.TryGetValue(diagnosticId, out severity) || TryGetBulk(global.AnalyzerOptions, diagnosticId, out severity);
        }

        private static bool TryGetBulk(ImmutableDictionary<string, string> keys, string diagnosticId, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            var text = diagnosticId.StartsWith("SPOF", StringComparison.Ordinal)
                ? Bulk.Select(k => keys.GetValueOrDefault(k)).FirstOrDefault(v => v is not null)?.Trim().ToUpperInvariant()
                : null;
            switch (text)
            {
                case "ERROR":
                    severity = ReportDiagnostic.Error;
                    return true;
                case "WARNING":
                    severity = ReportDiagnostic.Warn;
                    return true;
                case "SUGGESTION":
                    severity = ReportDiagnostic.Info;
                    return true;
                case "SILENT" or "REFACTORING":
                    severity = ReportDiagnostic.Hidden;
                    return true;
                case "NONE":
                    severity = ReportDiagnostic.Suppress;
                    return true;
                default:
                    return false;
            }
        }
    }
}
