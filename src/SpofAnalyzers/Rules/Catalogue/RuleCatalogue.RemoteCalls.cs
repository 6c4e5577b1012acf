namespace SpofAnalyzers.Rules;

/// <content>SPOF3xxx remote calls.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] RemoteCalls =>
    [
        new Spof3006(),
    ];
}
