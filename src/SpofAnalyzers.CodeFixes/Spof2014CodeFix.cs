using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF2014: removes what switches the recovery off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2014CodeFix))]
public sealed class Spof2014CodeFix : SettingRemovalCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2014");

    protected override string Title => "Connect again after a loss (the default)";
}
