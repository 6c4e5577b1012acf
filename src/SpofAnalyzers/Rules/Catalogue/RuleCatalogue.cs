namespace SpofAnalyzers.Rules;

/// <summary>The rules that one operation, one class or one file shows; those that need whole facts have analyzers of their own.</summary>
internal static partial class RuleCatalogue
{
    public static IReadOnlyList<CodeRule> All { get; } = [.. Endpoints, .. Stores, .. RemoteCalls, .. State, .. Automation];
}
