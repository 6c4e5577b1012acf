using System.Text.Json;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Corpus.RealCode;

/// <summary>The verdicts beside the tests. A diagnostic that it does not know fails the run until someone has read the place and added one.</summary>
internal static class VerdictFile
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip };

    public static IReadOnlyList<RealVerdict> Read() => JsonSerializer.Deserialize<List<RealVerdict>>(
        File.ReadAllText(Checkout.Folder("tests", "SpofAnalyzers.Corpus", "RealCode", "verdicts.json")), Form)!;

    /// <summary>An entry to be completed and pasted into the file.</summary>
    public static string Draft(string tree, string rule, string path, string line) =>
        JsonSerializer.Serialize(new RealVerdict(tree, rule, path, line, "?", "?"), new JsonSerializerOptions(Form) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
