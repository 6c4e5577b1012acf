namespace SpofAnalyzers.Rules;

/// <content>SPOF1xxx endpoints.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] Endpoints =>
    [
    ];
}
