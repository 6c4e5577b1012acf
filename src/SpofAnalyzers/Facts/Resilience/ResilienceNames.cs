namespace SpofAnalyzers.Facts;

/// <summary>Names that speak of resilience; they decide only where the source cannot be read.</summary>
internal static class ResilienceNames
{
    private static readonly string[] Words = ["resilien", "retry", "retries", "polly", "policy", "policies", "hedg", "fallback", "circuit"];

    public static bool Speaks(string name)
    {
        foreach (var word in Words)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Wrappers of the service-defaults kind (<c>AddServiceDefaults</c>, <c>AddContosoServiceDefaults</c>).</summary>
    public static bool IsServiceDefaults(string name) => name.IndexOf("ServiceDefaults", StringComparison.Ordinal) >= 0;
}
