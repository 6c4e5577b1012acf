namespace Spof.Manifests.Scanning;

/// <summary>Reads one format of manifest. The first format of <see cref="ManifestFormats.All"/> that claims a file reads it.</summary>
internal interface IManifestFormat
{
    /// <summary>Name of the format in the list of inputs, such as "kubernetes".</summary>
    string Name { get; }

    /// <summary>True when a file of this path may be of this format; decides by the path alone whether the file is opened.</summary>
    bool IsCandidate(string path);

    /// <summary>True when the file is of this format. Called from several threads.</summary>
    bool Claims(ManifestFile file);

    /// <summary>Turns all claimed files, in ordinal order of their paths, into declarations.</summary>
    void Read(IReadOnlyList<ManifestFile> claimed, ManifestReading reading);
}
