namespace SpofAnalyzers.Rules;

/// <content>SPOF2xxx data stores and brokers.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] Stores =>
    [
    ];
}
