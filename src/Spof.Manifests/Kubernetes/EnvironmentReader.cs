using System.Collections.Immutable;
using System.Text;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>
/// Reads the environment of a container: <c>envFrom</c> first, then <c>env</c>, later entries over earlier ones, with
/// <c>$(NAME)</c> replaced as the kubelet does it.
/// </summary>
internal sealed class EnvironmentReader(ConfigurationValues configuration, ObjectSet objects, string ns)
{
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<Unknown> _unknowns = [];

    /// <param name="container">The container.</param>
    public (ImmutableArray<Setting> Settings, IReadOnlyList<Unknown> Unknowns) Read(YamlNode container)
    {
        foreach (var source in container["envFrom"]?.Items ?? [])
        {
            ReadSource(source);
        }

        foreach (var entry in container["env"]?.Items ?? [])
        {
            if (entry["name"]?.Text is { } name)
            {
                Set(name, VariableOf(name, entry));
            }
        }

        return ([.. _order.Select(name => ToSetting(name, _variables[name]))], _unknowns);
    }

    /// <summary>Value of a variable that was read and is no secret; null otherwise.</summary>
    public string? PlainValue(string name) => _variables.TryGetValue(name, out var found) && !found.IsSecret ? found.Text : null;

    /// <summary>True when the variable is set, with a known value or without.</summary>
    public bool IsSet(string name) => _variables.ContainsKey(name);

    /// <summary>Where the variable is set.</summary>
    public Evidence? EvidenceOf(string name) => _variables.TryGetValue(name, out var found) ? found.Evidence[0] : null;

    private static Setting ToSetting(string name, Variable variable)
    {
        var setting = variable.Text is { } text
            ? SettingFactory.Create(name, text, variable.Evidence, variable.IsSecret)
            : SettingFactory.Missing(name, variable.Reason ?? "the value is not known", variable.Evidence);
        return setting with { IsFromList = variable.IsFromList };
    }

    private void Set(string name, Variable variable)
    {
        if (_variables.TryAdd(name, variable))
        {
            _order.Add(name);
        }
        else
        {
            _variables[name] = variable;
        }
    }

    private void ReadSource(YamlNode source)
    {
        var prefix = source["prefix"]?.Text ?? "";
        foreach (var (field, kind) in ((string, string)[])[("configMapRef", "ConfigMap"), ("secretRef", "Secret")])
        {
            if (source[field]?["name"] is not { Text: { } name } at)
            {
                continue;
            }

            if (configuration.Of(kind, ns, name) is not { } values)
            {
                if (source[field]!["optional"]?.Boolean != true)
                {
                    _unknowns.Add(new Unknown("environment", $"{kind} '{name}' is not in the scanned files", at.At));
                }

                continue;
            }

            var here = new Evidence(EvidenceLayer.Manifest, at.At, $"envFrom {kind} {name}");
            foreach (var value in values)
            {
                Set(prefix + value.Key, Of(value, here) with { IsFromList = true });
            }
        }
    }

    private Variable VariableOf(string name, YamlNode entry)
    {
        var here = new Evidence(EvidenceLayer.Manifest, entry["name"]!.At, $"env {name}");
        if (entry["valueFrom"] is not { } from)
        {
            var (text, isSecret) = Expand((entry["value"] as YamlScalar)?.Text ?? "");
            return new Variable(text, isSecret, [here], null);
        }

        if (from["configMapKeyRef"] is { } configMap)
        {
            return FromObject("ConfigMap", configMap, here);
        }

        if (from["secretKeyRef"] is { } secret)
        {
            return FromObject("Secret", secret, here);
        }

        return from.Find("fieldRef", "fieldPath")?.Text switch
        {
            "metadata.namespace" => new Variable(ns, false, [here], null),
            { } field => new Variable(null, false, [here], $"the value is the pod's {field}, known when it runs"),
            null => new Variable(null, false, [here], "the value is known when the pod runs"),
        };
    }

    private Variable FromObject(string kind, YamlNode reference, Evidence here)
    {
        var name = reference["name"]?.Text ?? "";
        var key = reference["key"]?.Text ?? "";
        if (configuration.Of(kind, ns, name) is not { } values)
        {
            return new Variable(null, kind == "Secret", [here], $"{kind} '{name}' is not in the scanned files");
        }

        var value = values.FirstOrDefault(v => v.Key == key);
        if (value is null)
        {
            return new Variable(null, kind == "Secret", [here], $"{kind} '{name}' has no key '{key}'");
        }

        return Of(value, here);
    }

    private static Variable Of(ConfigurationValue value, Evidence here) =>
        new(value.Text, value.IsSecret, [here, value.Evidence], value.Text is null ? "the value is no text" : null);

    /// <summary>
    /// The text with <c>$(NAME)</c> replaced as in arguments; what is not known stays as it is, <c>$$(NAME)</c> is a literal
    /// <c>$(NAME)</c>. True beside it when a secret went in.
    /// </summary>
    public (string Text, bool IsSecret) Expand(string text)
    {
        if (!text.Contains("$(", StringComparison.Ordinal))
        {
            return (text, false);
        }

        var result = new StringBuilder();
        var isSecret = false;
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] == '$' && i + 1 < text.Length && text[i + 1] == '(' ? text.IndexOf(')', i) : -1;
            if (text.AsSpan(i).StartsWith("$$", StringComparison.Ordinal))
            {
                result.Append('$');
                i++;
            }
            else if (close > 0)
            {
                var name = text[(i + 2)..close];
                var known = _variables.GetValueOrDefault(name);
                isSecret |= known?.IsSecret ?? false;
                result.Append(known?.Text ?? ServiceVariable(name) ?? text[i..(close + 1)]);
                i = close;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return (result.ToString(), isSecret);
    }

    // <SERVICE>_SERVICE_HOST and _PORT are set for every Service of the namespace.
    private string? ServiceVariable(string name)
    {
        const string Host = "_SERVICE_HOST";
        const string Port = "_SERVICE_PORT";
        var isHost = name.EndsWith(Host, StringComparison.Ordinal);
        if (!isHost && !name.EndsWith(Port, StringComparison.Ordinal))
        {
            return null;
        }

        var service = objects.Find("Service", ns, name[..^Host.Length].ToLowerInvariant().Replace('_', '-'));
        return isHost ? service?.Name : service?.Spec?["ports"]?.Items.FirstOrDefault()?["port"]?.Text;
    }

    private sealed record Variable(string? Text, bool IsSecret, ImmutableArray<Evidence> Evidence, string? Reason, bool IsFromList = false);
}
