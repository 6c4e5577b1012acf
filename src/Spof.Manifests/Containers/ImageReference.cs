namespace Spof.Manifests.Containers;

/// <summary>The name of an image as a manifest writes it.</summary>
internal static class ImageReference
{
    /// <summary>
    /// The reference without account and password before its registry (<c>user:password@registry/app</c>), which no runtime accepts
    /// but people write; a digest (<c>app@sha256:…</c>) stays.
    /// </summary>
    public static string WithoutUser(string image)
    {
        var digest = image.IndexOf("@sha256:", StringComparison.Ordinal);
        var mark = image.AsSpan(0, digest < 0 ? image.Length : digest).LastIndexOf('@');
        return image[(mark + 1)..];
    }
}
