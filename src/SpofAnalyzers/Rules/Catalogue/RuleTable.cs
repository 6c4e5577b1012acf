using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Rules;

/// <summary>Finds the rules that a name concerns with one look-up, so that code that no rule is about costs nothing more.</summary>
internal sealed class RuleTable
{
    private readonly Dictionary<string, OperationRule[]> _calls;
    private readonly Dictionary<string, OperationRule[]> _creations;
    private readonly Dictionary<string, OperationRule[]> _assignments;
    private readonly Dictionary<string, TypeRule[]> _bases;

    public RuleTable(IReadOnlyList<CodeRule> rules)
    {
        var operations = rules.OfType<OperationRule>().ToArray();
        _calls = ByName(operations, r => r.Calls);
        _creations = ByName(operations, r => r.Creations);
        _assignments = ByName(operations, r => r.Assignments);
        _bases = ByName(rules.OfType<TypeRule>(), r => r.Bases);
        Settings = [.. rules.OfType<SettingsRule>()];
    }

    public IReadOnlyList<SettingsRule> Settings { get; }

    public IEnumerable<KeyValuePair<string, OperationRule[]>> CallNames => _calls;

    public IEnumerable<KeyValuePair<string, OperationRule[]>> CreationNames => _creations;

    public IEnumerable<KeyValuePair<string, OperationRule[]>> AssignmentNames => _assignments;

    public bool HasCalls => _calls.Count > 0;

    public bool HasCreations => _creations.Count > 0;

    public bool HasAssignments => _assignments.Count > 0;

    public bool HasTypes => _bases.Count > 0;

    public OperationRule[] OfCall(string method) => _calls.TryGetValue(method, out var rules) ? rules : [];

    public OperationRule[] OfCreation(string type) => _creations.TryGetValue(type, out var rules) ? rules : [];

    public OperationRule[] OfAssignment(string member) => _assignments.TryGetValue(member, out var rules) ? rules : [];

    /// <summary>Rules about heirs of one of the type's bases; each once.</summary>
    public IEnumerable<TypeRule> OfType(INamedTypeSymbol type)
    {
        HashSet<TypeRule>? found = null;
        for (var at = type.BaseType; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            Add(at.Name);
        }

        foreach (var contract in type.AllInterfaces)
        {
            Add(contract.Name);
        }

        return found ?? Enumerable.Empty<TypeRule>();

        void Add(string name)
        {
            if (_bases.TryGetValue(name, out var rules))
            {
                (found ??= []).UnionWith(rules);
            }
        }
    }

    private static Dictionary<string, T[]> ByName<T>(IEnumerable<T> rules, Func<T, IReadOnlyList<string>> names) =>
        rules.SelectMany(r => names(r).Select(n => (Name: n, Rule: r)))
            .GroupBy(p => p.Name, p => p.Rule, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
