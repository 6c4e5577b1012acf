using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF2010: removes what keeps the client at one endpoint.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2010CodeFix))]
public sealed class Spof2010CodeFix : SettingRemovalCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2010");

    protected override string Title => "Let the client follow the regions of the account (the default)";
}
