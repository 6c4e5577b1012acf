using Spof.Manifests.Yaml;

namespace Spof.Manifests.Kubernetes;

/// <summary>Kubernetes label selectors. An absent selector selects nothing, an empty one everything.</summary>
internal static class LabelSelector
{
    /// <summary>True when a selector with <c>matchLabels</c> and <c>matchExpressions</c> selects the labels.</summary>
    public static bool Matches(YamlNode? selector, YamlNode? labels) => Matches(selector, key => labels?[key]?.Text);

    /// <summary>The same for labels that are not written in one place.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="valueOf">Value of a label; null when it is not set.</param>
    public static bool Matches(YamlNode? selector, Func<string, string?> valueOf)
    {
        if (selector is not YamlMapping)
        {
            return false;
        }

        foreach (var wanted in selector["matchLabels"]?.Entries ?? [])
        {
            if (!string.Equals(valueOf(wanted.Key), wanted.Value.Text, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return (selector["matchExpressions"]?.Items ?? []).All(expression => MatchesExpression(expression, valueOf));
    }

    /// <summary>True when a selector asks for nothing, which selects everything.</summary>
    public static bool IsEmpty(YamlNode? selector) =>
        selector?["matchLabels"]?.Entries is not { Count: > 0 } && selector?["matchExpressions"]?.Items is not { Count: > 0 };

    /// <summary>True when a selector asks for a label that must be there; "everything but" asks for none.</summary>
    public static bool AsksForLabel(YamlNode? selector) =>
        selector?["matchLabels"]?.Entries is { Count: > 0 }
        || (selector?["matchExpressions"]?.Items ?? []).Any(e => e["operator"]?.Text is "In" or "Exists");

    /// <summary>True when every pair of a plain map (a Service's selector) is among the labels; an empty map selects nothing.</summary>
    public static bool MatchesMap(IReadOnlyList<YamlEntry> selector, YamlNode? labels) =>
        selector.Count > 0
        && selector.All(pair => string.Equals(labels?[pair.Key]?.Text, pair.Value.Text, StringComparison.Ordinal));

    private static bool MatchesExpression(YamlNode expression, Func<string, string?> valueOf)
    {
        var value = expression["key"]?.Text is { } key ? valueOf(key) : null;
        var values = expression["values"]?.Items ?? [];
        return expression["operator"]?.Text switch
        {
            "In" => value is not null && values.Any(v => v.Text == value),
            "NotIn" => value is null || values.All(v => v.Text != value),
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            _ => false,
        };
    }
}
