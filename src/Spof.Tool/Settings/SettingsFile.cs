using Spof.Model;

namespace Spof.Tool.Settings;

/// <summary>Finds and reads <c>spof.yml</c>.</summary>
internal static class SettingsFile
{
    private static readonly string[] Names = ["spof.yml", "spof.yaml", Path.Combine(".config", "spof.yml")];

    /// <param name="named">File named by the user; null to look in the folder and its parents up to the root.</param>
    /// <param name="folder">Scanned folder.</param>
    /// <param name="root">Root of the repository.</param>
    /// <exception cref="UserError">The named file is missing, or a file is wrong.</exception>
    public static SpofSettings Load(string? named, string folder, string root)
    {
        if (named is not null)
        {
            return File.Exists(named) ? Read(named, folder) : throw new UserError($"the configuration file '{named}' does not exist");
        }

        for (var at = folder; at is not null; at = at == root ? null : Path.GetDirectoryName(at))
        {
            if (Names.Select(name => Path.Combine(at, name)).FirstOrDefault(File.Exists) is { } found)
            {
                return Read(found, folder);
            }
        }

        return SpofSettings.Default;
    }

    private static SpofSettings Read(string file, string folder) =>
        SettingsReader.Read(Path.GetRelativePath(folder, Path.GetFullPath(file)).Replace('\\', '/'), File.ReadAllText(file));
}
