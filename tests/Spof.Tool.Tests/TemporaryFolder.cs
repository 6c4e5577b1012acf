namespace Spof.Tool.Tests;

/// <summary>A folder of a test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("spof-test-").FullName;

    public string this[string relative] => Path.Combine(Root, relative);

    public TemporaryFolder With(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
        return this;
    }

    /// <summary>Every entry with the time of its last change.</summary>
    public string[] Snapshot() =>
    [
        .. Directory.EnumerateFileSystemEntries(Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(p => $"{p} {File.GetLastWriteTimeUtc(p):O}"),
    ];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
