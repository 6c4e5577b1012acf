namespace Spof.Manifests.Compose;

/// <summary>What the name of a Compose file says about its part.</summary>
/// <param name="Variant">Null for the files that Compose loads by itself; else what stands after the stem, such as "prod".</param>
/// <param name="IsOverride">True for a file that is laid over the one of the same variant.</param>
/// <param name="Rank">Which of several base files Compose takes: the lowest.</param>
internal readonly record struct ComposeFileName(string? Variant, bool IsOverride, int Rank)
{
    private const string Override = "override";

    /// <summary>The parts of a file name, or null when it is none of a Compose file.</summary>
    public static ComposeFileName? Parse(string fileName)
    {
        var name = fileName.AsSpan();
        var extension = name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? 5
            : name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        if (extension == 0)
        {
            return null;
        }

        var stem = name[..^extension];
        int prefix;
        if (stem.StartsWith("docker-compose", StringComparison.OrdinalIgnoreCase))
        {
            prefix = "docker-compose".Length;
        }
        else if (stem.StartsWith("compose", StringComparison.OrdinalIgnoreCase))
        {
            prefix = "compose".Length;
        }
        else
        {
            return null;
        }

        // compose.yaml, compose.yml, docker-compose.yml, docker-compose.yaml: the order in which Compose looks for them
        var rank = prefix == "compose".Length ? (extension == 5 ? 0 : 1) : (extension == 4 ? 2 : 3);
        var rest = stem[prefix..];
        if (rest.IsEmpty)
        {
            return new ComposeFileName(null, false, rank);
        }

        if (rest[0] is not ('.' or '-' or '_'))
        {
            return null;
        }

        var variant = rest[1..];
        if (variant.Equals(Override, StringComparison.OrdinalIgnoreCase))
        {
            return new ComposeFileName(null, true, rank);
        }

        if (variant.EndsWith("." + Override, StringComparison.OrdinalIgnoreCase))
        {
            return new ComposeFileName(variant[..^(Override.Length + 1)].ToString(), true, rank);
        }

        return variant.IsEmpty ? null : new ComposeFileName(variant.ToString(), false, rank);
    }
}
