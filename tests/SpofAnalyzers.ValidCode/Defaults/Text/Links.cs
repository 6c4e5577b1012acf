namespace Harbor.Defaults.Text;

/// <summary>Addresses that people open, and names that only look like addresses.</summary>
public static class Links
{
    public const string Documentation = "https://docs.harbor-shipping.com/api";

    public const string ProblemTypes = "https://docs.harbor-shipping.com/problems/";

    public const string SitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static string Problem(string name) => ProblemTypes + name;
}
