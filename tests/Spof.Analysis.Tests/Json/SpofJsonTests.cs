using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Spof.Model;
using Spof.Model.Json;

namespace Spof.Analysis.Tests.Json;

public sealed class SpofJsonTests
{
    [Fact]
    public void What_is_written_is_read_back_as_the_same_assessment()
    {
        var assessment = FullAssessment.Create();
        var read = Read(Write(assessment));
        DeepEquality.AssertSame(assessment, read);
    }

    [Fact]
    public void The_value_of_a_setting_is_never_written()
    {
        var setting = new Setting { Key = "Greeting", Display = "(not shown)", Plain = "hello-there" };
        var project = FullAssessment.Create().System.Projects[0] with { Configuration = [new ConfigurationFile("appsettings.json", null, [setting])] };
        var assessment = new Assessment { System = new SystemModel { Name = "shop", Environment = "Production", Projects = [project] } };
        Assert.DoesNotContain("hello-there", System.Text.Encoding.UTF8.GetString(Write(assessment)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_assessment_is_written_as_the_same_bytes()
    {
        Assert.Equal(Write(FullAssessment.Create()), Write(FullAssessment.Create()));
        Assert.Equal(Write(FullAssessment.Create()), Write(Read(Write(FullAssessment.Create()))));
    }

    [Fact]
    public void Names_are_camel_case_and_enumerations_are_words()
    {
        using var json = JsonDocument.Parse(Write(FullAssessment.Create()));
        var root = json.RootElement;
        Assert.Equal(
            ["schemaVersion", "tool", "system", "environment", "inputs", "gaps", "remarks", "assumptions", "projects", "codeFindings", "targets",
                "findings", "coverage"],
            root.EnumerateObject().Select(p => p.Name));
        var target = root.GetProperty("targets")[0];
        Assert.Equal("kubernetes", target.GetProperty("kind").GetString());
        Assert.Equal("primaryReplica", target.GetProperty("components")[0].GetProperty("replication").GetString());
        Assert.Equal("startup, request", target.GetProperty("dependencies")[0].GetProperty("phase").GetString());
        Assert.Equal("write", target.GetProperty("assessment")[0].GetProperty("mode").GetString());
        Assert.Equal("thirdParty", target.GetProperty("assessment")[0].GetProperty("cutSets")[0].GetProperty("events")[0].GetProperty("class").GetString());
    }

    [Fact]
    public void Text_stays_readable()
    {
        var text = Encoding.UTF8.GetString(Write(FullAssessment.Create()));
        Assert.Contains("Losing 'orders-db' stops checkout → admin.", text);
        Assert.DoesNotContain("\r", text);
        Assert.EndsWith("}\n", text);
        Assert.NotEqual('\uFEFF', text[0]);
    }

    [Fact]
    public void A_cut_set_takes_one_line() =>
        Assert.Contains(
            Encoding.UTF8.GetString(Write(FullAssessment.Create())).Split('\n'),
            line => line.TrimStart().StartsWith("{\"events\":[{\"class\":\"thirdParty\"", StringComparison.Ordinal) && line.EndsWith('}'));

    [Fact]
    public void Coverage_is_the_sum_over_judged_targets_and_of_what_was_not_read()
    {
        using var json = JsonDocument.Parse(Write(FullAssessment.Create()));
        var coverage = json.RootElement.GetProperty("coverage");
        Assert.Equal(4, coverage.GetProperty("endpoints").GetInt32());
        Assert.Equal(1, coverage.GetProperty("inputsNotRead").GetInt32());
        Assert.Equal(7.0 / 11, coverage.GetProperty("share").GetDouble(), 12);
    }

    [Fact]
    public void Arrays_that_were_never_set_are_written_as_empty_ones()
    {
        var assessment = new Assessment
        {
            System = new SystemModel
            {
                Name = "shop",
                Environment = "Production",
                CodeFindings = [new CodeFinding("SPOF3001", FindingLevel.Warning, "M.", "F.", "n", "p", default, ImmutableSortedDictionary<string, string>.Empty)],
            },
        };
        var read = Read(Write(assessment));
        Assert.Empty(read.System.CodeFindings[0].Evidence);
    }

    [Fact]
    public void Members_that_a_newer_minor_version_adds_are_passed_over()
    {
        var text = Encoding.UTF8.GetString(Write(FullAssessment.Create())).Replace("\"schemaVersion\": \"1.0\",", "\"schemaVersion\": \"1.9\", \"checks\": [1],");
        DeepEquality.AssertSame(FullAssessment.Create(), Read(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("""{"schemaVersion":"2.0","tool":{"name":"spof","version":"9"},"system":"s","environment":"e","coverage":{}}""", "schema version 2.0")]
    [InlineData("""{"system":"s"}""", "schemaVersion")]
    [InlineData("null", "empty")]
    [InlineData("{", "")]
    public void A_document_that_is_not_ours_is_refused_with_the_reason(string text, string reason)
    {
        var error = Assert.Throws<JsonException>(() => Read(Encoding.UTF8.GetBytes(text)));
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void An_array_that_a_constructor_takes_may_not_be_missing()
    {
        var text = Encoding.UTF8.GetString(Write(FullAssessment.Create())).Replace("\"candidates\"", "\"other\"");
        Assert.Contains("candidates", Assert.Throws<JsonException>(() => Read(Encoding.UTF8.GetBytes(text))).Message);
    }

    private static byte[] Write(Assessment assessment)
    {
        using var stream = new MemoryStream();
        SpofJson.Write(stream, assessment);
        return stream.ToArray();
    }

    private static Assessment Read(byte[] bytes) => SpofJson.Read(new MemoryStream(bytes));
}
