namespace SpofAnalyzers.Corpus;

/// <summary>What the rules should say about one program and what they said.</summary>
/// <param name="Program">A name that a reader finds again.</param>
/// <param name="Judged">The rules that the program was written for, or null when it was written for all.</param>
/// <param name="Expected">Rules that must report it.</param>
/// <param name="Found">Rules that did.</param>
internal sealed record Verdict(string Program, IReadOnlySet<string>? Judged, IReadOnlySet<string> Expected, IReadOnlySet<string> Found)
{
    /// <summary>True when the program says something about the rule.</summary>
    public bool IsAbout(string rule) => Judged is null || Judged.Contains(rule);

    public bool IsMissed(string rule) => IsAbout(rule) && Expected.Contains(rule) && !Found.Contains(rule);

    public bool IsFalse(string rule) => IsAbout(rule) && !Expected.Contains(rule) && Found.Contains(rule);

    public bool IsFound(string rule) => IsAbout(rule) && Expected.Contains(rule) && Found.Contains(rule);
}
