namespace SpofAnalyzers.Rules;

/// <content>SPOF1xxx endpoints.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] Endpoints =>
    [
        new Spof1002(),
        new Spof1002Settings(),
        new Spof1003(),
        new Spof1004(),
        new Spof1005(),
        new Spof1005Settings(),
        new Spof1006(),
        new Spof1006Settings(),
        new Spof1007(),
        new Spof1008(),
    ];
}
