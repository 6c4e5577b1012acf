using Xunit.Sdk;

namespace SpofAnalyzers.Tests.Rules;

/// <summary>One row of the definition's examples.</summary>
/// <param name="Number">Number in the list.</param>
/// <param name="Title">The example in words.</param>
/// <param name="Expected">
/// "SPOF4001 A" or "SPOF4001 B" at the marked member; "SPOF4002: …" or "SPOF4008: …" (that rule owns it), "known miss: …" or "benign: …" where SPOF4001 stays silent.
/// </param>
/// <param name="Source">A complete program.</param>
public sealed record Spof4001Case(string Number, string Title, string Expected, string Source) : IXunitSerializable
{
    public Spof4001Case()
        : this("", "", "", "")
    {
    }

    public string Number { get; private set; } = Number;

    public string Title { get; private set; } = Title;

    public string Expected { get; private set; } = Expected;

    public string Source { get; private set; } = Source;

    public void Deserialize(IXunitSerializationInfo info)
    {
        Number = info.GetValue<string>(nameof(Number))!;
        Title = info.GetValue<string>(nameof(Title))!;
        Expected = info.GetValue<string>(nameof(Expected))!;
        Source = info.GetValue<string>(nameof(Source))!;
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Number), Number);
        info.AddValue(nameof(Title), Title);
        info.AddValue(nameof(Expected), Expected);
        info.AddValue(nameof(Source), Source);
    }

    public override string ToString() => $"{Number} {Title} → {Expected}";
}
