using System.Globalization;

namespace Spof.Text;

/// <summary>One leaf of a configuration file.</summary>
/// <param name="Key">Key with ':' separators, arrays by index.</param>
/// <param name="Value">Text of the leaf; null for a JSON null.</param>
/// <param name="KeyAt">Where its name stands; where the value stands for an array item.</param>
/// <param name="ValueAt">Where its value stands.</param>
/// <param name="ValueLength">Characters of the value in the source, quotes included.</param>
internal sealed record JsonSetting(string Key, string? Value, TextPosition KeyAt, TextPosition ValueAt, int ValueLength);

/// <summary>Flattens a JSON document into configuration keys, as .NET configuration does.</summary>
internal static class JsonSettings
{
    public static IReadOnlyList<JsonSetting> Flatten(JsonValue root)
    {
        var settings = new List<JsonSetting>();
        Add(settings, "", root.At, root);
        return settings;
    }

    private static void Add(List<JsonSetting> settings, string key, TextPosition keyAt, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                foreach (var member in value.Members)
                {
                    Add(settings, Join(key, member.Name), member.At, member.Value);
                }

                break;
            case JsonKind.Array:
                for (var i = 0; i < value.Items.Count; i++)
                {
                    Add(settings, Join(key, i.ToString(CultureInfo.InvariantCulture)), value.Items[i].At, value.Items[i]);
                }

                break;
            case JsonKind.Null:
                settings.Add(new JsonSetting(key, null, keyAt, value.At, value.Length));
                break;
            default:
                settings.Add(new JsonSetting(key, value.Text, keyAt, value.At, value.Length));
                break;
        }
    }

    private static string Join(string key, string name) => key.Length == 0 ? name : key + ":" + name;
}
