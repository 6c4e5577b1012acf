using Spof.Model;
using Spof.Tool.Settings;

namespace Spof.Tool.Risks;

/// <summary>Finds and reads <c>.spof/risks.yml</c>.</summary>
internal static class RisksFile
{
    private static readonly string Name = Path.Combine(".spof", "risks.yml");

    /// <param name="config">Configuration file named by the user, whose neighbour is read; null to look in the folder and its parents up to the root.</param>
    /// <param name="folder">Scanned folder.</param>
    /// <param name="root">Root of the repository.</param>
    /// <param name="today">Day of the scan.</param>
    /// <exception cref="UserError">A link leads out of the root.</exception>
    /// <exception cref="SettingsException">The file is no list of entries.</exception>
    public static AcceptedRisks Load(string? config, string folder, string root, DateOnly today)
    {
        var file = config is null ? SettingsFile.Find([Name], folder, root) : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(config))!, Name);
        return file is not null && File.Exists(file)
            ? RisksReader.Read(SettingsFile.Shown(file, folder), SettingsFile.Read(file, root), today)
            : AcceptedRisks.None;
    }
}
