namespace SpofAnalyzers.Facts;

/// <summary>Lists of hosts in the options: an entry means the host itself and what is below it.</summary>
internal static class HostList
{
    public static bool Contains(IReadOnlyCollection<string> list, string host)
    {
        foreach (var entry in list)
        {
            var suffix = entry.TrimStart('*', '.');
            if (suffix.Length > 0 && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
                && (host.Length == suffix.Length || host[host.Length - suffix.Length - 1] == '.'))
            {
                return true;
            }
        }

        return false;
    }
}
