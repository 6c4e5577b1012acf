namespace SpofAnalyzers.Rules;

/// <content>SPOF5xxx automation and health.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] Automation =>
    [
        new Spof5001(),
        new Spof5002(),
        new Spof5003(),
        new Spof5004(),
        new Spof5004Worker(),
        new Spof5005(),
        new Spof5005Worker(),
        new Spof5006(),
        new Spof5007(),
    ];
}
