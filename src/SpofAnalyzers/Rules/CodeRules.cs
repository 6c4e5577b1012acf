using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>The judgements that the tool runs over the facts of a whole compilation; the analyzers run the same ones while typing.</summary>
internal static class CodeRules
{
    /// <summary>Findings of all rules, rule by rule, each in the order of its facts.</summary>
    public static IEnumerable<RuleFinding> Judge(CompilationFacts facts, FactContext context)
    {
        foreach (var finding in Spof1001.Judge(facts.Sinks, context))
        {
            yield return finding;
        }

        // What is told by its name only is no proof: it takes part in the system, where its confidence counts.
        foreach (var client in facts.Clients.Where(c => !c.IsMatchedByName))
        {
            if (Spof3001.Judge(client, context) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var connection in facts.Connections.Where(c => !c.IsMatchedByName))
        {
            if (Spof2001.Judge(connection, context) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var state in facts.State)
        {
            if (Spof4001.Judge(state, context) is { } finding)
            {
                yield return finding;
            }
        }
    }
}
