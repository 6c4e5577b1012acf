using System.Text.Json;

namespace Spof.Model.Json;

/// <summary>Writes what reading the code gave and reads it back. Values of configuration that may not be written are missing then.</summary>
public static class CodeModelJson
{
    public static void Write(Stream stream, CodeModel model) => JsonSerializer.Serialize(stream, model, SpofJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> writes.</exception>
    public static CodeModel Read(Stream stream) =>
        JsonSerializer.Deserialize<CodeModel>(stream, SpofJson.Options) ?? throw new JsonException("The document is empty.");
}
