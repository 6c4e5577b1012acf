namespace Spof.Text;

internal enum JsonKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <param name="Offset">Characters from the start of the text.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column, counted from 1.</param>
internal readonly record struct TextPosition(int Offset, int Line, int Column);

/// <summary>A JSON value with the place where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">First character of the value.</param>
internal sealed record JsonValue(JsonKind Kind, TextPosition At)
{
    /// <summary>The decoded string, or the number as written, "true", "false", "null"; empty for objects and arrays.</summary>
    public string Text { get; init; } = "";

    /// <summary>Characters that the value takes in the source.</summary>
    public int Length { get; init; }

    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    public IReadOnlyList<JsonValue> Items { get; init; } = [];

    /// <summary>The last member with that name (names compared exactly), or null.</summary>
    public JsonValue? this[string name] => Members.LastOrDefault(m => m.Name == name)?.Value;
}

/// <param name="Name">Decoded name.</param>
/// <param name="At">First character of the name, which is its quote.</param>
/// <param name="Value">What it names.</param>
internal sealed record JsonMember(string Name, TextPosition At, JsonValue Value);

/// <param name="Reason">What is wrong, in one sentence.</param>
/// <param name="At">Where.</param>
internal sealed record JsonError(string Reason, TextPosition At);

/// <summary>Result of reading: a root, or an error.</summary>
internal readonly record struct JsonResult(JsonValue? Root, JsonError? Error);
