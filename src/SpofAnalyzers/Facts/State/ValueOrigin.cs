using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>Something that comes into the code from outside: a parameter, a request, a message.</summary>
/// <param name="Root">Parameter, request property or receiving method.</param>
/// <param name="Path">Members followed from there (<c>.Customer.Id</c>), empty for the whole.</param>
internal readonly record struct ValueInput(ISymbol Root, string Path)
{
    public bool Equals(ValueInput other) => SymbolEqualityComparer.Default.Equals(Root, other.Root) && Path == other.Path;

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Root);

    /// <summary>True when this is the other or contains it.</summary>
    public bool Contains(ValueInput other) =>
        SymbolEqualityComparer.Default.Equals(Root, other.Root)
        && other.Path.StartsWith(Path, StringComparison.Ordinal)
        && (other.Path.Length == Path.Length || other.Path[Path.Length] == '.');
}

/// <summary>Where a value comes from.</summary>
internal sealed class ValueOrigin
{
    /// <summary>Inputs that are in the value as they came.</summary>
    public HashSet<ValueInput> Direct { get; } = [];

    /// <summary>Inputs that went into a call whose result is in the value.</summary>
    public HashSet<ValueInput> Through { get; } = [];

    /// <summary>Random numbers and new ids: nobody can compute them again.</summary>
    public bool IsRandom { get; set; }

    /// <summary>The result of a call that makes something, as its name says (<c>CreateSession</c>).</summary>
    public bool IsMade { get; set; }

    /// <summary>The result of a call or construction.</summary>
    public bool IsComputed { get; set; }

    /// <summary>The result of an awaited read of another store.</summary>
    public bool IsRead { get; set; }

    public bool IsExternal => Direct.Count > 0 || Through.Count > 0;

    /// <summary>True when every input is one of the key's or a part of one.</summary>
    public bool IsCoveredBy(ValueOrigin key) => Direct.All(key.Covers) && Through.All(key.Covers);

    public bool Covers(ValueInput input) => Direct.Any(k => k.Contains(input)) || Through.Any(k => k.Contains(input));
}
