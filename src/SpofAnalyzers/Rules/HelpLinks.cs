namespace SpofAnalyzers.Rules;

/// <summary>The one place that knows where rule pages are published.</summary>
internal static class HelpLinks
{
    public const string Root = "https://spofanalyzers.dev/";

    public static string Of(string ruleId) => Root + "rules/" + ruleId;
}
