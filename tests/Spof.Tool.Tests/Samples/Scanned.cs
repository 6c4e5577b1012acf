using Spof.Model;
using Spof.Tool.Scanning;
using Spof.Tool.Settings;

namespace Spof.Tool.Tests.Samples;

/// <summary>Scans of whole folders, each done once for all tests.</summary>
internal static class Scanned
{
    private static readonly Dictionary<string, Lazy<Task<Assessment>>> Scans = new(StringComparer.Ordinal);

    public static Task<Assessment> SampleAsync(string name) => FolderAsync(Repository.Sample(name));

    /// <summary>All samples as one repository.</summary>
    public static Task<Assessment> SamplesAsync() => FolderAsync(Path.Combine(Repository.Root, "samples"));

    public static Task<Assessment> CorpusAsync(string name)
    {
        Assert.SkipWhen(Repository.Corpus is null, "The corpus of real manifests is not beside this checkout.");
        return FolderAsync(Path.Combine(Repository.Corpus!, name));
    }

    public static Task<Assessment> FolderAsync(string folder)
    {
        lock (Scans)
        {
            if (!Scans.TryGetValue(folder, out var scan))
            {
                scan = new Lazy<Task<Assessment>>(() => Scan.RunAsync(
                    new ScanRequest { Folder = folder, Root = folder, Settings = SettingsFile.Load(null, folder, folder) }, null, CancellationToken.None));
                Scans.Add(folder, scan);
            }

            return scan.Value;
        }
    }
}
