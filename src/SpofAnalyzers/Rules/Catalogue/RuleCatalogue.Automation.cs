namespace SpofAnalyzers.Rules;

/// <content>SPOF5xxx automation and health.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] Automation =>
    [
    ];
}
