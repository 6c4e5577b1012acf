using System.Collections.Immutable;
using Spof.Manifests.EnvFiles;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>The environment of a container: variables of the image, then of env files, then of the service; a later one wins.</summary>
internal sealed class ComposeEnvironment
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, EnvironmentEntry> _entries = new(StringComparer.Ordinal);

    public EnvironmentEntry? this[string name] => _entries.GetValueOrDefault(name);

    /// <summary>Value of a variable when all of it is known; else null.</summary>
    public string? Known(string name) => this[name]?.Value is { IsKnown: true, Text: var text } ? text : null;

    public Variable? Find(string name) =>
        this[name] is { } entry ? new Variable(name, entry.Value.Text, entry.Value.UnknownReason, entry.At[0]) : null;

    public ImmutableArray<Setting> ToSettings() => [.. _order.Select(n => ToSetting(n, _entries[n]) with { IsFromList = _entries[n].IsFromList })];

    public static ComposeEnvironment Read(YamlNode service, ComposeImageBuild build, ComposeContext context)
    {
        var environment = new ComposeEnvironment();
        foreach (var variable in build.Lineage.Reverse().SelectMany(s => s.Environment))
        {
            environment.Set(variable.Name, new InterpolatedText(variable.Text, variable.UnknownReason, []), [variable.At]);
        }

        foreach (var file in ComposeContext.Many(service["env_file"]))
        {
            environment.AddFile(file, context);
        }

        if (service["environment"] is { } own)
        {
            foreach (var (name, at, value) in ComposeMerge.KeyedList(own).Entries)
            {
                environment.Add(name, at, value, context);
            }
        }

        return environment;
    }

    private void Add(string name, SourcePosition at, YamlNode value, ComposeContext context)
    {
        if (name.AsSpan().IndexOfAny(" \t\n") >= 0)
        {
            context.Gap(at, "an entry of the environment is neither a name nor NAME=value", GapKind.Error);
            return;
        }

        var evidence = ComposeContext.At(at, name);
        if (!value.IsNull)
        {
            var expanded = context.Expand(value);
            Set(name, expanded, [evidence, .. expanded.Hops]);
        }
        else if (context.Variable(name, at) is { } outer)
        {
            Set(name, new InterpolatedText(outer.Text, outer.UnknownReason, [outer.At]), [evidence, outer.At]);
        }
        else
        {
            var reason = $"'{name}' is taken from the shell that starts the project";
            Set(name, new InterpolatedText("", reason, []), [evidence]);
        }
    }

    private void AddFile(YamlNode node, ComposeContext context)
    {
        var pathNode = node["path"] ?? node;
        var written = context.Expand(pathNode);
        if (!written.IsKnown)
        {
            context.Gap(node.At, $"env file is not known: {written.UnknownReason}");
            return;
        }

        if (ComposeContext.Path(pathNode, written.Text) is not { } path)
        {
            context.Gap(node.At, "env file lies outside of the scanned folder");
            return;
        }

        if (context.Reading.Files.Open(path) is not { } file)
        {
            if (node["required"]?.Boolean != false)
            {
                context.GapOnce(node.At, $"env file '{path}' is not in the scanned folder; its variables are not known");
            }

            return;
        }

        context.Reading.AddInput(path, "env");
        var read = EnvFileReader.Read(path, file.Text, name => context.Variable(name, node.At), isRaw: node["format"]?.Text == "raw");
        context.Reading.Add(read.Gaps);
        var use = ComposeContext.At(node.At, $"env_file: {path}");
        foreach (var variable in read.Variables)
        {
            Set(variable.Name, new InterpolatedText(variable.Text, variable.UnknownReason, []), [use, variable.At], isFromList: true);
        }
    }

    private void Set(string name, InterpolatedText value, ImmutableArray<Evidence> at, bool isFromList = false)
    {
        if (!_entries.ContainsKey(name))
        {
            _order.Add(name);
        }

        _entries[name] = new EnvironmentEntry(value, at, isFromList);
    }

    private static Setting ToSetting(string name, EnvironmentEntry entry)
    {
        if (entry.Value.IsKnown)
        {
            return SettingFactory.Create(name, entry.Value.Text, entry.At);
        }

        // "Server=db;Password=${PW}" tells its host although a part of it is not known.
        var partial = SettingFactory.Create(name, entry.Value.Text, entry.At);
        var areHostsKnown = !partial.Endpoints.IsEmpty && partial.Endpoints.All(e => e.Host.AsSpan().IndexOfAny('$', '{', '}') < 0);
        return areHostsKnown ? partial with { Plain = null } : SettingFactory.Missing(name, entry.Value.UnknownReason!, entry.At);
    }
}

/// <param name="Value">The value; raw.</param>
/// <param name="At">Where it stands, place of use first; the texts hold names only.</param>
/// <param name="IsFromList">True when it came with an env file.</param>
internal sealed record EnvironmentEntry(InterpolatedText Value, ImmutableArray<Evidence> At, bool IsFromList);
