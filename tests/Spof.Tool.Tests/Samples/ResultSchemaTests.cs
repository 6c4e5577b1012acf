using System.Text;
using NJsonSchema;
using Spof.Model;
using Spof.Model.Json;

namespace Spof.Tool.Tests.Samples;

/// <summary>What a scan writes follows the published schema.</summary>
public sealed class ResultSchemaTests
{
    private static async Task FollowsTheSchema(Assessment assessment)
    {
        using var stream = new MemoryStream();
        SpofJson.Write(stream, assessment);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "schema", "spof-result.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(stream.ToArray())).Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("FragileShop")]
    [InlineData("ResilientShop")]
    public async Task The_result_of_a_sample_follows_the_schema(string sample) => await FollowsTheSchema(await Scanned.SampleAsync(sample));

    [Theory]
    [InlineData("patroni")]
    [InlineData("eshoponcontainers")]
    [InlineData("run-aspnetcore-microservices")]
    public async Task The_result_of_a_real_tree_follows_the_schema(string tree) => await FollowsTheSchema(await Scanned.CorpusAsync(tree));
}
