using System.Text.Json.Serialization;

namespace SpofAnalyzers.Corpus.RealCode;

/// <summary>What a person said about one diagnostic in real code.</summary>
/// <param name="Tree">The tree that it was found in.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Path">File, relative to the tree.</param>
/// <param name="Line">Text of the line without its indentation, so that lines above it may come and go.</param>
/// <param name="Says">One of <see cref="Words"/>.</param>
/// <param name="Note">Why.</param>
internal sealed record RealVerdict(string Tree, string Rule, string Path, string Line, string Says, string Note)
{
    /// <summary>
    /// true: worth acting on where this runs as it stands. acceptable: the shape is as reported, and its owner may live with it. debatable: a
    /// senior engineer could say either. false: what is reported is not so.
    /// </summary>
    public static readonly string[] Words = ["true", "acceptable", "debatable", "false"];

    [JsonIgnore]
    public string Key => string.Join(" | ", Tree, Rule, Path, Line);

    [JsonIgnore]
    public bool IsWorthActingOn => Says is "true" or "acceptable";
}
