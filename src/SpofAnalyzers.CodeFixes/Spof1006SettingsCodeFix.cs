using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Spof.Text;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF1006 in a configuration file: lets the proxy take a destination out that fails the requests sent to it.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp, Name = nameof(Spof1006SettingsCodeFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".json"])]
public sealed class Spof1006SettingsCodeFix : SettingsCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF1006");

    protected override string Title => "Enable passive health checks";

    private protected override TextChange? Change(string source, JsonValue root, Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey("lacksHealthCheck") && Cluster(root, diagnostic.Location.SourceSpan.Start) is { } cluster
        && !cluster.Members.Any(m => Is(m, "HealthCheck"))
            ? JsonInsertion.Member(source, cluster, "true", "HealthCheck", "Passive", "Enabled") : null;

    /// <summary>The object whose destinations hold the place.</summary>
    private static JsonValue? Cluster(JsonValue root, int at)
    {
        for (var value = root; value is { Kind: JsonKind.Object };)
        {
            var member = value.Members.FirstOrDefault(m => m.Value.At.Offset <= at && at < m.Value.At.Offset + m.Value.Length);
            if (member is null || Is(member, "Destinations"))
            {
                return member is null ? null : value;
            }

            value = member.Value;
        }

        return null;
    }

    private static bool Is(JsonMember member, string name) => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
