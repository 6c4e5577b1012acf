using Spof.Model;

namespace Spof.Manifests.Tests.Scanning;

/// <summary>A folder of files that is deleted after the test.</summary>
internal sealed class TempTree : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spof-tests-");

    public string Root => Path.Combine(_folder.FullName, "root");

    public string Outside => Path.Combine(_folder.FullName, "outside");

    public TempTree(params (string Path, string Text)[] files)
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Outside);
        foreach (var (path, text) in files)
        {
            Write(Path.Combine(Root, path), text);
        }
    }

    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public ManifestModel Read(Func<ManifestReaderOptions, ManifestReaderOptions>? change = null)
    {
        var options = new ManifestReaderOptions { Root = Root };
        return ManifestReader.Read(change?.Invoke(options) ?? options);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
