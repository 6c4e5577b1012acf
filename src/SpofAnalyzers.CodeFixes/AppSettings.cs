using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Spof.Text;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Adds a value to <c>appsettings.json</c>; comments and the layout of the file stay as they are.</summary>
internal static class AppSettings
{
    private const int MaxSameNames = 20;

    /// <summary>The base file of the project, where it is one of the additional files.</summary>
    public static TextDocument? Of(Project project) =>
        project.AdditionalDocuments.Where(d => d.Name.Equals("appsettings.json", StringComparison.OrdinalIgnoreCase))
            .OrderBy(d => d.FilePath?.Length ?? 0).FirstOrDefault();

    /// <summary>
    /// The text with the value, and the key that it has there: the wanted one, or one with a number when that is taken by another value. Null when
    /// the file cannot be read.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="section">Section to put it in.</param>
    /// <param name="name">Wanted name.</param>
    /// <param name="value">The value.</param>
    public static (SourceText Text, string Key)? With(SourceText text, string section, string name, string value)
    {
        var source = text.ToString();
        if (JsonReader.Parse(source).Root is not { Kind: JsonKind.Object } root)
        {
            return null;
        }

        var known = root.Members.LastOrDefault(m => m.Name.Equals(section, StringComparison.OrdinalIgnoreCase));
        if (known is not null && known.Value.Kind != JsonKind.Object)
        {
            return null;
        }

        for (var number = 1; number < MaxSameNames; number++)
        {
            var key = number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture);
            var same = known?.Value.Members.LastOrDefault(m => m.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
            if (same is null)
            {
                var member = known is null ? JsonInsertion.Member(source, root, JsonInsertion.Quoted(value), section, key)
                    : JsonInsertion.Member(source, known.Value, JsonInsertion.Quoted(value), key);
                return (text.WithChanges(member), section + ":" + key);
            }

            if (same.Value.Kind == JsonKind.String && same.Value.Text == value)
            {
                return (text, section + ":" + key);
            }
        }

        return null;
    }
}
