using Spof.Model;
using SpofAnalyzers.Facts;

namespace Spof.Code.Mapping;

/// <summary>A dependency with the calls that it was made of; connections have none.</summary>
internal sealed record MappedDependency(CodeDependency Dependency, IReadOnlyList<CallSite> Calls)
{
    /// <summary>
    /// The calls that decide: those whose failure reaches the caller, else all. What a call with a substitute does is no part of a hard
    /// need.
    /// </summary>
    public static IReadOnlyList<CallSite> Deciding(IReadOnlyList<CallSite> calls) =>
        calls.Where(c => c.Fails).ToArray() is { Length: > 0 } failing ? failing : calls;
}
