namespace SpofAnalyzers.Rules;

/// <content>SPOF4xxx in-process state.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] State =>
    [
    ];
}
