using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>A constant that is used in several places is reported from one of them; asking for that one again reports again.</summary>
internal sealed class FirstReports
{
    private readonly ConcurrentDictionary<(string Rule, Location Constant), Location> _uses = new();

    public static FirstReports Of(FactContext context) => context.GetOrCreate(_ => new FirstReports());

    public bool IsFirst(string rule, Location constant, Location use) => _uses.GetOrAdd((rule, constant), use).Equals(use);
}
