namespace Spof.Linking;

/// <summary>How alike two names are, for candidates and for links that are marked inferred.</summary>
internal static class NameLikeness
{
    private static readonly string[] Fillers = ["service", "api", "svc", "app", "web", "server", "host", "worker"];

    /// <summary>Lower case, letters and digits only.</summary>
    public static string Normalise(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The name without the words that say only that it is a service: <c>Orders.Api</c> and <c>orders-service</c> are alike.</summary>
    public static string Core(string name)
    {
        var core = Normalise(name);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var filler in Fillers)
            {
                if (core.Length > filler.Length && core.EndsWith(filler, StringComparison.Ordinal))
                {
                    core = core[..^filler.Length];
                    changed = true;
                }
            }
        }

        return core;
    }
}
