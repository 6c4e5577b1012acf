using Spof.Manifests.Yaml;

namespace Spof.Manifests.Kubernetes;

/// <summary>Kubernetes label selectors. An absent selector selects nothing, an empty one everything.</summary>
internal static class LabelSelector
{
    /// <summary>True when a selector with <c>matchLabels</c> and <c>matchExpressions</c> selects the labels.</summary>
    public static bool Matches(YamlNode? selector, YamlNode? labels)
    {
        if (selector is not YamlMapping)
            return false;
        foreach (var wanted in selector["matchLabels"]?.Entries ?? [])
        {
            if (!string.Equals(labels?[wanted.Key]?.Text, wanted.Value.Text, StringComparison.Ordinal))
                return false;
        }

        return (selector["matchExpressions"]?.Items ?? []).All(expression => MatchesExpression(expression, labels));
    }

    /// <summary>True when every pair of a plain map (a Service's selector) is among the labels; an empty map selects nothing.</summary>
    public static bool MatchesMap(IReadOnlyList<YamlEntry> selector, YamlNode? labels) =>
        selector.Count > 0
        && selector.All(pair => string.Equals(labels?[pair.Key]?.Text, pair.Value.Text, StringComparison.Ordinal));

    private static bool MatchesExpression(YamlNode expression, YamlNode? labels)
    {
        var value = expression["key"]?.Text is { } key ? labels?[key]?.Text : null;
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
