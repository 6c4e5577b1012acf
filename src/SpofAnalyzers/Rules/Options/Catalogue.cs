using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using Spof.Text;

namespace SpofAnalyzers.Rules;

/// <summary>
/// A catalogue file: what a company or a package knows about hosts, methods and types, for all projects that it is given to. What cannot
/// be read says nothing to the compiler; the tool lists it.
/// </summary>
internal sealed class Catalogue
{
    /// <summary>Name of the file, and the end of its name where a package ships several: <c>Contoso.spof.catalogue.json</c>.</summary>
    public const string FileName = "spof.catalogue.json";

    private static readonly ConditionalWeakTable<SourceText, Catalogue> Read = new();

    private readonly List<KeyValuePair<string, string>> _thirdPartyHosts = [];
    private readonly List<string> _resilienceMethods = [];
    private readonly List<string> _critical = [];
    private readonly List<string> _ignored = [];
    private readonly List<JsonError> _problems = [];

    private Catalogue(string text)
    {
        var result = JsonReader.Parse(text);
        if (result.Error is { } error)
        {
            _problems.Add(error);
        }
        else
        {
            Topics(result.Root!);
        }
    }

    /// <summary>Host suffixes of third parties with their category.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ThirdPartyHosts => _thirdPartyHosts;

    /// <summary>Methods that add resilience to a client.</summary>
    public IReadOnlyList<string> ResilienceMethods => _resilienceMethods;

    /// <summary>Types that SPOF4001 reports whatever their shape.</summary>
    public IReadOnlyList<string> CriticalStateTypes => _critical;

    /// <summary>Types that SPOF4001 never reports.</summary>
    public IReadOnlyList<string> IgnoredStateTypes => _ignored;

    /// <summary>What was not understood, each with its place.</summary>
    public IReadOnlyList<JsonError> Problems => _problems;

    public static bool IsCatalogue(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Equals(FileName, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + FileName, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The catalogue of a text; each text is read once.</summary>
    public static Catalogue Of(SourceText text) => Read.GetValue(text, t => new Catalogue(t.ToString()));

    /// <summary>The catalogues among some files, what counts first first: those of the company, nearest to the project, before those of packages.</summary>
    public static IReadOnlyList<Catalogue> In(IEnumerable<(string Path, SourceText Text)> files) =>
    [
        .. files.Where(f => IsCatalogue(f.Path))
            .OrderBy(f => f.Path.Length == FileName.Length || f.Path[f.Path.Length - FileName.Length - 1] is '/' or '\\' ? 0 : 1)
            .ThenByDescending(f => f.Path.Length)
            .ThenBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => Of(f.Text)),
    ];

    private void Topics(JsonValue root)
    {
        foreach (var member in Members(root, "the document"))
        {
            switch (member.Name)
            {
                case "thirdPartyHosts":
                    foreach (var host in Members(member.Value, "'thirdPartyHosts'"))
                    {
                        if (Text(host.Value, "the category of a host") is { } category)
                        {
                            _thirdPartyHosts.Add(new KeyValuePair<string, string>(host.Name, category));
                        }
                    }

                    break;
                case "resilienceMethods":
                    Names(member, _resilienceMethods);
                    break;
                case "stateTypes":
                    StateTypes(member.Value);
                    break;
                // An editor that completes the file needs it.
                case "$schema":
                    break;
                default:
                    Unknown(member);
                    break;
            }
        }
    }

    private void StateTypes(JsonValue value)
    {
        foreach (var member in Members(value, "'stateTypes'"))
        {
            switch (member.Name)
            {
                case "critical":
                    Names(member, _critical);
                    break;
                case "ignored":
                    Names(member, _ignored);
                    break;
                default:
                    Unknown(member);
                    break;
            }
        }
    }

    private IReadOnlyList<JsonMember> Members(JsonValue value, string what)
    {
        if (value.Kind != JsonKind.Object)
        {
            _problems.Add(new JsonError(what + " is no object", value.At));
        }

        return value.Members;
    }

    private void Names(JsonMember member, List<string> names)
    {
        if (member.Value.Kind != JsonKind.Array)
        {
            _problems.Add(new JsonError("'" + member.Name + "' is no list", member.Value.At));
        }

        names.AddRange(member.Value.Items.Select(i => Text(i, "an item of '" + member.Name + "'")).OfType<string>());
    }

    private string? Text(JsonValue value, string what)
    {
        if (value.Kind == JsonKind.String && value.Text.Trim().Length > 0)
        {
            return value.Text.Trim();
        }

        _problems.Add(new JsonError(what + " is no text", value.At));
        return null;
    }

    private void Unknown(JsonMember member) => _problems.Add(new JsonError("'" + member.Name + "' is not known", member.At));
}
