namespace Spof.Tool.Scanning;

/// <summary>Where results are kept between scans: in the user's own cache, never in the scanned tree.</summary>
internal static class CacheLocation
{
    /// <summary>Names the folder; the word "off" turns the cache off.</summary>
    public const string Variable = "SPOF_CACHE";

    /// <returns>Null when there is to be no cache.</returns>
    public static string? Folder()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named == "off" ? null : Path.GetFullPath(named);
        }

        return UserCache() is { Length: > 0 } cache ? Path.Join(cache, "spof") : null;
    }

    private static string? UserCache()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS() ? Path.Join(home, "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg) ? xdg
            : home.Length > 0 ? Path.Join(home, ".cache")
            : null;
    }
}
