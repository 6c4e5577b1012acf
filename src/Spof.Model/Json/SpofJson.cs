using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Spof.Model.Json;

/// <summary>
/// Writes an assessment as <c>spof.json</c> and reads it back. The same assessment always gives the same bytes: no clock, no
/// machine path, lines end with a line feed.
/// </summary>
public static class SpofJson
{
    /// <summary>Version of the layout. A reader refuses another major version; a minor version only adds.</summary>
    public const string SchemaVersion = "1.0";

    internal static readonly JsonSerializerOptions Options = CreateOptions();

    /// <summary>Writes UTF-8 without a byte order mark, ending with a line feed.</summary>
    public static void Write(Stream stream, Assessment assessment)
    {
        JsonSerializer.Serialize(stream, ToDocument(assessment), Options);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no JSON, lacks a member, or has another major schema version.</exception>
    public static Assessment Read(Stream stream)
    {
        var document = JsonSerializer.Deserialize<SpofDocument>(stream, Options) ?? throw new JsonException("The document is empty.");
        if (document.SchemaVersion.Split('.')[0] != SchemaVersion.Split('.')[0])
        {
            throw new JsonException(
                $"The document has schema version {document.SchemaVersion}; this version of the tool reads {SchemaVersion}.");
        }

        return FromDocument(document);
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var compact = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            // The file stands alone, so quotes, arrows and angle brackets stay readable. Whoever puts it into a page must encode it.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ImmutableArrayConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireArrays } },
        };
        return new JsonSerializerOptions(compact)
        {
            WriteIndented = true,
            IndentSize = 1,
            NewLine = "\n",
            Converters =
            {
                new OneLineConverter<Assumption>(compact),
                new OneLineConverter<Count>(compact),
                new OneLineConverter<CutSet>(compact),
                new OneLineConverter<DomainShare>(compact),
                new OneLineConverter<EndpointAddress>(compact),
                new OneLineConverter<Evidence>(compact),
                new OneLineConverter<Failover>(compact),
                new OneLineConverter<Gap>(compact),
                new OneLineConverter<InputFile>(compact),
                new OneLineConverter<Remark>(compact),
                new OneLineConverter<Unknown>(compact),
            },
        };
    }

    // An array that a constructor takes would else be left unset, which no reader of the model expects.
    private static void RequireArrays(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            member.IsRequired |= member is { AssociatedParameter: not null, PropertyType: { IsGenericType: true } array }
                && array.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
        }
    }

    private static SpofDocument ToDocument(Assessment assessment)
    {
        var system = assessment.System;
        var answers = assessment.Targets.ToDictionary(t => t.TargetId, t => t.EntryPoints, StringComparer.Ordinal);
        return new SpofDocument
        {
            SchemaVersion = SchemaVersion,
            Tool = new ToolDocument("spof", ToolVersion()),
            System = system.Name,
            Environment = system.Environment,
            Inputs = system.Inputs,
            Gaps = system.Gaps,
            Remarks = system.Remarks,
            Assumptions = system.Assumptions,
            Projects = system.Projects,
            CodeFindings = system.CodeFindings,
            Targets =
            [
                .. system.Targets.Select(t => new TargetDocument
                {
                    Id = t.Id,
                    Name = t.Name,
                    Kind = t.Kind,
                    Role = t.Role,
                    Components = t.Components,
                    Dependencies = t.Dependencies,
                    Domains = t.Domains,
                    EntryPoints = t.EntryPoints,
                    Unlinked = t.Unlinked,
                    Unknowns = t.Unknowns,
                    Unreached = t.Unreached,
                    Coverage = t.Coverage,
                    Assessment = answers.TryGetValue(t.Id, out var answer) ? answer : null,
                }),
            ],
            Findings = assessment.Findings,
            Coverage = ToDocument(system.Coverage),
        };
    }

    private static Assessment FromDocument(SpofDocument document) => new()
    {
        System = new SystemModel
        {
            Name = document.System,
            Environment = document.Environment,
            Inputs = document.Inputs,
            Gaps = document.Gaps,
            Remarks = document.Remarks,
            Assumptions = document.Assumptions,
            Projects = document.Projects,
            CodeFindings = document.CodeFindings,
            Targets =
            [
                .. document.Targets.Select(t => new DeploymentTarget
                {
                    Id = t.Id,
                    Name = t.Name,
                    Kind = t.Kind,
                    Role = t.Role,
                    Components = t.Components,
                    Dependencies = t.Dependencies,
                    Domains = t.Domains,
                    EntryPoints = t.EntryPoints,
                    Unlinked = t.Unlinked,
                    Unknowns = t.Unknowns,
                    Unreached = t.Unreached,
                    Coverage = t.Coverage,
                }),
            ],
        },
        Targets =
        [
            .. from target in document.Targets
               where target.Assessment is not null
               select new TargetAssessment { TargetId = target.Id, EntryPoints = target.Assessment ?? [] },
        ],
        Findings = document.Findings,
    };

    private static CoverageDocument ToDocument(Coverage sum) =>
        new(sum.EndpointsResolved, sum.Endpoints, sum.ValuesKnown, sum.Values, sum.InputsNotRead, sum.Share);

    private static string ToolVersion() => typeof(SpofJson).Assembly.GetName().Version is { } version
        ? version.ToString(3)
        : "0.0.0";
}
