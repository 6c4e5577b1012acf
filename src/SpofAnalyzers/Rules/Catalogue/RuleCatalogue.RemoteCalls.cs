namespace SpofAnalyzers.Rules;

/// <content>SPOF3xxx remote calls.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] RemoteCalls =>
    [
        new Spof3002(),
        new Spof3003(),
        new Spof3004(),
        new Spof3005(),
        new Spof3006(),
        new Spof3007(),
        new Spof3008(),
        new Spof3009(),
        new Spof3010(),
        new Spof3011(),
        new Spof3012(),
        new Spof3013(),
        new Spof3014(),
    ];
}
