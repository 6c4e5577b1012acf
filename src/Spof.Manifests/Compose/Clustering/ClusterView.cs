using Spof.Model;

namespace Spof.Manifests.Compose.Clustering;

/// <summary>The services of a project as clustering sees them.</summary>
internal sealed class ClusterView
{
    private readonly Dictionary<string, ComposeService> _byName = new(StringComparer.OrdinalIgnoreCase);

    public ClusterView(IReadOnlyList<ComposeService> services)
    {
        Services = services;
        foreach (var service in services)
        {
            foreach (var name in service.Names)
            {
                _byName.TryAdd(name, service);
            }
        }
    }

    public IReadOnlyList<ComposeService> Services { get; }

    public ComposeService? ByHost(string host) => _byName.GetValueOrDefault(host);

    /// <summary>Value of the first of some variables, or else flags, that a service has, with where it stands.</summary>
    public static (string Value, Evidence At)? Setting(ComposeService service, IReadOnlyList<string> variables, IReadOnlyList<string> flags)
    {
        foreach (var name in variables)
        {
            if (service.Environment[name] is { Value: { IsKnown: true, Text.Length: > 0 } value, At: [var at, ..] })
            {
                return (value.Text, at);
            }
        }

        foreach (var flag in flags)
        {
            if (Flag(service.Words, flag) is { } value)
            {
                return (value, ComposeContext.At(service.WordsAt, flag));
            }
        }

        return null;
    }

    /// <summary>Value of <c>--flag value</c> or <c>--flag=value</c>, also inside the one word of a shell command.</summary>
    public static string? Flag(IReadOnlyList<string> words, string flag)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Contains(' ') && Flag(Containers.CommandWords.Split(words[i]), flag) is { } inner)
            {
                return inner;
            }

            if (words[i] == flag)
            {
                return i + 1 < words.Count ? words[i + 1] : "";
            }

            if (words[i].StartsWith(flag, StringComparison.Ordinal) && words[i].Length > flag.Length && words[i][flag.Length] == '=')
            {
                return words[i][(flag.Length + 1)..];
            }
        }

        return null;
    }

    public static bool HasWord(IReadOnlyList<string> words, string word) =>
        words.Any(w => w == word || w.EndsWith("/" + word, StringComparison.Ordinal)
            || (w.Contains(' ') && HasWord(Containers.CommandWords.Split(w), word)));
}
