using System.Collections.Immutable;
using Spof.Text;

namespace Spof.Model;

/// <summary>Turns a raw configuration or environment value into a <see cref="Setting"/> and drops whatever may be secret.</summary>
public static class SettingFactory
{
    private const int MaxPlainLength = 128;

    /// <summary>Keys whose value is a password and nothing else, so that no shape of the value makes it an endpoint.</summary>
    private static readonly string[] PasswordWords = ["password", "passwd", "pwd", "passphrase", "pass", "pin"];

    /// <param name="key">Configuration key with ':' separators, or the environment variable's name.</param>
    /// <param name="raw">The value as written; it is parsed and dropped.</param>
    /// <param name="evidence">Where it stands; the text of each hop must already be free of the value.</param>
    /// <param name="isSecret">True for values of a Kubernetes Secret and the like: only host, port and database are taken.</param>
    public static Setting Create(string key, string raw, ImmutableArray<Evidence> evidence, bool isSecret = false)
    {
        var parsed = EndpointParser.Parse(raw);
        var endpoints = TakesEndpoints(key, raw, parsed.Form) ? Convert(parsed.Endpoints) : [];
        var options = endpoints.IsEmpty ? ImmutableArray<string>.Empty : [.. parsed.Options];
        var plain = isSecret || !IsPlain(key, raw) ? null : raw.Trim();
        return new Setting
        {
            Key = key,
            Endpoints = endpoints,
            Options = options,
            Plain = plain,
            Display = Show(key, raw, endpoints, options, plain),
            Evidence = evidence,
        };
    }

    /// <summary>A setting whose value is not in the scanned files.</summary>
    public static Setting Missing(string key, string reason, ImmutableArray<Evidence> evidence) =>
        new() { Key = key, Display = "(unknown)", UnknownReason = reason, Evidence = evidence };

    private static bool TakesEndpoints(string key, string raw, AddressForm form)
    {
        if (ConfigurationKey.IsNeverEndpoint(key) || IsPassword(key))
        {
            return false;
        }

        return form switch
        {
            AddressForm.Uri or AddressForm.ConnectionString or AddressForm.RedisConfiguration => true,
            AddressForm.HostAndPort => !Redaction.IsSecretKey(key) && !SpeaksOfVersion(key),
            AddressForm.Word => (ConfigurationKey.SaysHost(key) || IsClusterName(raw)) && !Redaction.IsSecretKey(key) && !Redaction.LooksSecret(raw.Trim()),
            _ => false,
        };
    }

    /// <summary>"zipkin.tracing.svc.cluster.local" is a host under any key.</summary>
    private static bool IsClusterName(string raw) =>
        HostClassifier.Classify(raw.Trim(), HostContext.Empty).Class == HostClass.KubernetesService;

    private static ImmutableArray<EndpointAddress> Convert(IReadOnlyList<ParsedEndpoint> endpoints) =>
        [.. endpoints.Select(e => new EndpointAddress(e.Host, e.Port, e.Scheme, e.Path, e.Database)).Distinct()];

    private static bool IsPassword(string key)
    {
        var words = KeyWords.Of(ConfigurationKey.Leaf(ConfigurationKey.Normalize(key)));
        return words.Count > 0 && PasswordWords.Any(w => words[^1].EndsWith(w, StringComparison.Ordinal)) && Redaction.IsSecretKey(key);
    }

    /// <summary>"postgres:16" under such a key is an image.</summary>
    private static bool SpeaksOfVersion(string key) =>
        KeyWords.Of(ConfigurationKey.Leaf(key)) is [.., "image" or "tag" or "version"];

    private static bool IsPlain(string key, string raw)
    {
        var text = raw.Trim();
        if (text.Length > MaxPlainLength || Redaction.IsSecretKey(key) || Redaction.IsUserKey(key) || Redaction.LooksSecret(text))
        {
            return false;
        }

        if (!text.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '/' or '\\' or ':' or ',' or '+' or '*'))
        {
            return false;
        }

        return !text.Split('/', ':', ',', '\\').Any(Redaction.LooksSecret);
    }

    private static string Show(
        string key, string raw, ImmutableArray<EndpointAddress> endpoints, ImmutableArray<string> options, string? plain)
    {
        if (!endpoints.IsEmpty)
        {
            var hosts = string.Join(", ", endpoints);
            return options.IsEmpty ? hosts : $"{hosts} [{string.Join(", ", options)}]";
        }

        if (string.IsNullOrWhiteSpace(raw))
        {
            return "(empty)";
        }

        var isShown = plain is not null && (plain is { Length: <= 6 } && (bool.TryParse(plain, out _) || plain.All(char.IsDigit))
            || ConfigurationKey.SaysHost(key));
        return isShown ? plain! : "(not shown)";
    }
}
