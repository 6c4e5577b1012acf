using Spof.Text;
using SpofAnalyzers.Tests.Text;

namespace SpofAnalyzers.Corpus.Hosts;

/// <summary>The hosts of the classifier's own tests, counted by what they are.</summary>
internal static class HostVerdicts
{
    /// <summary>Class, hosts of it, those that were told to be of it, and hosts of other classes that were too.</summary>
    public static IEnumerable<(string Class, int Hosts, int Right, int Wrong)> All
    {
        get
        {
            var told = HostVectors.All.Select(v => (v.Class, Told: HostClassifier.Classify(v.Host, HostContext.Empty).Class.ToString())).ToArray();
            return told.Select(t => t.Class).Distinct().Order(StringComparer.Ordinal).Select(c =>
                (c, told.Count(t => t.Class == c), told.Count(t => t.Class == c && t.Told == c), told.Count(t => t.Class != c && t.Told == c)));
        }
    }
}
