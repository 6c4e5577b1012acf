namespace SpofAnalyzers.Rules;

/// <content>SPOF2xxx data stores and brokers.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] Stores =>
    [
        new Spof2002(),
        new Spof2003(),
        new Spof2004(),
        new Spof2005(),
        new Spof2006(),
        new Spof2007(),
        new Spof2008(),
        new Spof2009(),
        new Spof2010(),
        new Spof2011(),
        new Spof2012(),
        new Spof2013(),
        new Spof2014(),
        new Spof2015(),
        new Spof2016(),
        new Spof2017(),
    ];
}
