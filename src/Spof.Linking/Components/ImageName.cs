namespace Spof.Linking;

/// <summary>The parts of a container image reference.</summary>
internal static class ImageName
{
    /// <summary>Repository without registry, tag and digest: <c>acme/shop/orders</c> of <c>reg.acme.io:5000/acme/shop/orders:1.2@sha256:…</c>.</summary>
    public static string Repository(string image)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? image : image[..at];
        var slash = name.LastIndexOf('/');
        var tag = name.IndexOf(':', slash + 1);
        name = tag < 0 ? name : name[..tag];
        var first = name.IndexOf('/', StringComparison.Ordinal);
        var registry = first < 0 ? "" : name[..first];
        return registry.Contains('.', StringComparison.Ordinal) || registry.Contains(':', StringComparison.Ordinal) || registry == "localhost"
            ? name[(first + 1)..]
            : name;
    }

    /// <summary>Repository with what says the product when the last part alone does not: <c>mssql/server</c>, <c>orders</c>.</summary>
    public static string Last(string image)
    {
        var repository = Repository(image);
        var last = repository[(repository.LastIndexOf('/') + 1)..];
        return last is "server" or "controller" or "all-in-one" ? repository : last;
    }
}
