using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spof.Model.Json;

/// <summary>
/// Writes small values on one line each. A large system has many of them: the file becomes several times smaller, and a changed
/// value is one changed line.
/// </summary>
internal sealed class OneLineConverter<T>(JsonSerializerOptions compact) : JsonConverter<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<T>(ref reader, compact);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(value, compact), skipInputValidation: true);

    /// <summary>Writes an item of an array on a line of its own; the writer does not break lines before raw values.</summary>
    public void WriteItem(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var line = new ArrayBufferWriter<byte>();
        line.Write("\n"u8);
        var indent = writer.CurrentDepth * options.IndentSize;
        line.GetSpan(indent)[..indent].Fill((byte)options.IndentCharacter);
        line.Advance(indent);
        using (var item = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = compact.Encoder }))
        {
            JsonSerializer.Serialize(item, value, compact);
        }

        writer.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
    }
}
