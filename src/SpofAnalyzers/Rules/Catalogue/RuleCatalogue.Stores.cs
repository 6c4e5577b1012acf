namespace SpofAnalyzers.Rules;

/// <content>SPOF2xxx data stores and brokers.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] Stores =>
    [
        new Spof2010(),
        new Spof2012(),
        new Spof2014(),
        new Spof2015(),
        new Spof2016(),
        new Spof2017(),
    ];
}
