namespace Spof.Model;

/// <summary>Something that the user states in a settings file and that cannot be meant; the message names file and line.</summary>
public sealed class SettingsException(SourcePosition at, string problem) : Exception($"{at}: {problem}")
{
    public SourcePosition At { get; } = at;

    /// <summary>The message without its place.</summary>
    public string Problem { get; } = problem;
}
