using Spof.Files;
using Spof.Model;

namespace Spof.Tool.Settings;

/// <summary>Finds and reads <c>spof.yml</c>, and finds what stands beside it.</summary>
internal static class SettingsFile
{
    private static readonly string[] Names = ["spof.yml", "spof.yaml", Path.Combine(".config", "spof.yml")];

    /// <param name="named">File named by the user; null to look in the folder and its parents up to the root.</param>
    /// <param name="folder">Scanned folder.</param>
    /// <param name="root">Root of the repository.</param>
    /// <exception cref="UserError">The named file is missing, or a link leads out of the root.</exception>
    /// <exception cref="SettingsException">The file is wrong.</exception>
    public static SpofSettings Load(string? named, string folder, string root)
    {
        if (named is not null && !File.Exists(named))
        {
            throw new UserError($"the configuration file '{named}' does not exist");
        }

        return (named is null ? Find(Names, folder, root) : Path.GetFullPath(named)) is { } file
            ? SettingsReader.Read(Shown(file, folder), Read(file, root))
            : SpofSettings.Default;
    }

    /// <summary>The first of these files in the folder, or in the nearest parent up to the root; null where there is none.</summary>
    public static string? Find(IReadOnlyCollection<string> names, string folder, string root)
    {
        for (var at = folder; at is not null; at = at == root ? null : Path.GetDirectoryName(at))
        {
            if (names.Select(name => Path.Combine(at, name)).FirstOrDefault(File.Exists) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The path as messages show it.</summary>
    public static string Shown(string file, string folder) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    /// <summary>The text of a file; one of the repository must be a regular file and must not lead out of it.</summary>
    /// <exception cref="UserError">A link leads out of the root, or the file is none of the regular ones or cannot be read.</exception>
    public static string Read(string file, string root)
    {
        try
        {
            return ReadText(file, root);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{file}' cannot be read: {problem.Message}");
        }
    }

    private static string ReadText(string file, string root)
    {
        if (RealPath.IsBelow(root, file))
        {
            if (!RealPath.IsBelow(RealPath.Of(root), RealPath.Of(file)))
            {
                throw new UserError($"'{file}' is a link that leads out of '{root}' and is not followed; put the file there, or name another one with --config");
            }

            RegularFile.Require(file);
        }

        return File.ReadAllText(file);
    }
}
