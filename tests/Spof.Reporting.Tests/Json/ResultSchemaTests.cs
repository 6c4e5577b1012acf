using NJsonSchema;
using NJsonSchema.Generation;
using Spof.Model.Json;

namespace Spof.Reporting.Tests.Json;

/// <summary><c>schema/spof-result.schema.json</c> describes what <c>spof.json</c> holds; it follows the types.</summary>
public sealed class ResultSchemaTests
{
    private static string Generate()
    {
        var settings = new SystemTextJsonSchemaGeneratorSettings
        {
            SerializerOptions = SpofJson.Options,
            DefaultReferenceTypeNullHandling = ReferenceTypeNullHandling.NotNull,
            FlattenInheritanceHierarchy = true,
        };
        var schema = JsonSchemaGenerator.FromType(typeof(SpofDocument), settings);
        foreach (var flags in schema.Definitions.Values.Where(d => d.IsFlagEnumerable))
        {
            DescribeFlags(flags);
        }

        schema.Title = "Result of spof scan, schema version " + SpofJson.SchemaVersion;
        return schema.ToJson().ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Several flags are one text, such as "startup, request".</summary>
    private static void DescribeFlags(JsonSchema schema)
    {
        var one = $"({string.Join('|', schema.Enumeration)})";
        schema.Pattern = $"^{one}(, {one})*$";
        schema.Enumeration.Clear();
        schema.EnumerationNames.Clear();
    }

    private static string SchemaFile()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "SpofAnalyzers.sln")))
        {
            at = Path.GetDirectoryName(at)!;
        }

        return Path.Combine(at, "schema", "spof-result.schema.json");
    }

    [Fact]
    public async Task The_schema_in_the_repository_follows_the_types()
    {
        // Who has changed the types sets the variable once and reads the difference.
        if (Environment.GetEnvironmentVariable("SPOF_WRITE_SCHEMA") == "1")
        {
            await File.WriteAllTextAsync(SchemaFile(), Generate(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(Generate(), (await File.ReadAllTextAsync(SchemaFile(), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_result_follows_the_schema_and_a_broken_one_does_not()
    {
        using var stream = new MemoryStream();
        SpofJson.Write(stream, Sample.Assessment());
        var json = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        var schema = await JsonSchema.FromFileAsync(SchemaFile());
        Assert.Empty(schema.Validate(json));
        var flags = json.Replace("\"phase\": \"request\"", "\"phase\": \"startup, request\"", StringComparison.Ordinal);
        Assert.NotEqual(json, flags);
        Assert.Empty(schema.Validate(flags));
        Assert.NotEmpty(schema.Validate(json.Replace("\"phase\": \"request\"", "\"phase\": \"sometimes\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(json.Replace("\"schemaVersion\": \"1.0\"", "\"schemaVersion\": 1", StringComparison.Ordinal)));
    }
}
