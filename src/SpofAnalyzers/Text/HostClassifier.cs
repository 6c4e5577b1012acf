using System.Net;

namespace Spof.Text;

/// <summary>Decides from its text alone what a host is; the first rule that fits wins.</summary>
internal static class HostClassifier
{
    private static readonly char[] PlaceholderMarks = ['{', '}', '<', '>', '$', '%'];

    private static readonly string[] PlaceholderWords = ["your-", "your_", "changeme", "placeholder", "xxx", "replace_me", "***"];

    private static readonly HashSet<string> LoopbackNames = new(StringComparer.Ordinal)
    {
        "localhost", ".", "(local)", "host.docker.internal", "gateway.docker.internal", "kubernetes.docker.internal",
        "host.containers.internal",
    };

    private static readonly string[] DocumentationDomains = ["example.com", "example.org", "example.net", "example.edu"];

    private static readonly string[] DocumentationEndings = [".example", ".invalid", ".test"];

    private static readonly string[] KubernetesEndings = [".svc", ".svc.cluster.local", ".cluster.local"];

    private static readonly string[] InternalEndings =
        [".local", ".internal", ".lan", ".intranet", ".corp", ".home", ".home.arpa", ".private"];

    /// <param name="host">Host of a URI or connection string; brackets, a trailing dot and case do not matter.</param>
    /// <param name="context">Own domains and extra hosts.</param>
    /// <param name="path">Path of the URI where there is one: a few services share their host with a web site.</param>
    public static HostVerdict Classify(string host, HostContext context, string? path = null)
    {
        var name = Normalize(host);
        if (name.Length == 0)
        {
            return new(HostClass.None, null);
        }

        if (IsPlaceholder(name))
        {
            return new(HostClass.Placeholder, null);
        }

        if (ParseAddress(name) is { } address)
        {
            return new(AddressClass.Of(address), null);
        }

        return ClassifyName(name, context, path);
    }

    /// <summary>
    /// True when the first label carries the number of an instance (<c>db01</c>, <c>sql-2</c>, <c>web3.corp</c>), so that the name
    /// means one machine; a version (<c>api-v2</c>) is no instance.
    /// </summary>
    public static bool IsNumbered(string host)
    {
        var dot = host.IndexOf('.');
        var label = dot < 0 ? host : host.Substring(0, dot);
        if (string.Equals(label, "s3", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var i = 1; i < label.Length; i++)
        {
            var ends = i + 1 == label.Length || label[i + 1] is '-' or '_';
            if (!ends || !IsDigit(label[i]))
            {
                continue;
            }

            var start = i;
            while (start > 0 && IsDigit(label[start - 1]))
            {
                start--;
            }

            var isVersion = start > 0 && label[start - 1] is 'v' or 'V' && (start == 1 || label[start - 2] is '-' or '_');
            if (start > 0 && !isVersion)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lower case, without brackets and without the dot of a fully qualified name.</summary>
    public static string Normalize(string host)
    {
        var name = host.Trim();
        if (name.Length > 1 && name[0] == '[' && name[name.Length - 1] == ']')
        {
            name = name.Substring(1, name.Length - 2);
        }

        if (name.Length > 1 && name[name.Length - 1] == '.')
        {
            name = name.Substring(0, name.Length - 1);
        }

        return name.ToLowerInvariant();
    }

    private static HostVerdict ClassifyName(string name, HostContext context, string? path)
    {
        if (LoopbackNames.Contains(name) || name.EndsWith(".localhost", StringComparison.Ordinal)
            || name.StartsWith("(localdb)", StringComparison.Ordinal))
        {
            return new(HostClass.Loopback, null);
        }

        if (DocumentationDomains.Any(d => IsOrEndsWith(name, d)) || EndsWithAny(name, DocumentationEndings))
        {
            return new(HostClass.Documentation, null);
        }

        if (Stated(name, context) is { } stated)
        {
            return stated;
        }

        if (name.IndexOf('.') < 0)
        {
            return new(HostClass.SingleLabel, null);
        }

        if (EndsWithAny(name, KubernetesEndings))
        {
            return new(HostClass.KubernetesService, null);
        }

        if (name.EndsWith(".consul", StringComparison.Ordinal))
        {
            return new(HostClass.Consul, null);
        }

        if (EndsWithAny(name, InternalEndings))
        {
            return new(HostClass.Internal, null);
        }

        if (!TopLevelDomains.End(name))
        {
            return new(HostClass.PrivateName, null);
        }

        if (IsOwn(name, context.OwnDomains))
        {
            return new(HostClass.Own, null);
        }

        return KnownHosts.SaasCategory(name, path) is { } category ? new(HostClass.Saas, category)
            : new(KnownHosts.IsManaged(name) ? HostClass.CloudManaged : HostClass.PublicName, null);
    }

    /// <summary>What the options say about a name, which counts more than what it looks like; null when they say nothing.</summary>
    private static HostVerdict? Stated(string name, HostContext context)
    {
        foreach (var third in context.ThirdPartyHosts)
        {
            if (IsOrEndsWith(name, third.Key.TrimStart('*', '.').ToLowerInvariant()))
            {
                return new(HostClass.Saas, third.Value);
            }
        }

        return context.ManagedSuffixes.Any(s => IsOrEndsWith(name, s.TrimStart('*', '.').ToLowerInvariant())) ? new(HostClass.CloudManaged, null) : null;
    }

    private static bool IsPlaceholder(string name)
    {
        if (name.IndexOfAny(PlaceholderMarks) >= 0)
        {
            // The zone of an IPv6 address also has a percent sign: fe80::1%eth0.
            var zone = name.IndexOf('%');
            return !(zone > 0 && name.IndexOfAny(PlaceholderMarks) == zone && name.IndexOf(':') >= 0 && IsAddress(name.Substring(0, zone)));
        }

        foreach (var word in PlaceholderWords)
        {
            if (name.IndexOf(word, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        if (name == "secret")
        {
            return true;
        }

        // "todo" and "your" count from the start of a label: yourstore.com, todo.contoso.com, but not mytodoapp or armyourself.
        for (var start = 0; start >= 0 && start < name.Length; start = NextLabel(name, start))
        {
            if (string.CompareOrdinal(name, start, "your", 0, 4) == 0
                || (string.CompareOrdinal(name, start, "todo", 0, 4) == 0 && (start + 4 == name.Length || name[start + 4] == '.')))
            {
                return true;
            }
        }

        return false;
    }

    private static int NextLabel(string name, int start)
    {
        var dot = name.IndexOf('.', start);
        return dot < 0 ? -1 : dot + 1;
    }

    private static bool IsOwn(string name, IReadOnlyList<string> domains)
    {
        string? registrable = null;
        foreach (var domain in domains)
        {
            var own = domain.TrimStart('*', '.').ToLowerInvariant();
            if (own.Length == 0)
            {
                continue;
            }

            if (own.IndexOf('.') >= 0)
            {
                if (IsOrEndsWith(name, own))
                {
                    return true;
                }

                continue;
            }

            registrable ??= RegistrableName(name);
            if (registrable == own)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The label that an owner registers: <c>contoso</c> of <c>db.contoso.co.uk</c>.</summary>
    private static string RegistrableName(string name)
    {
        var labels = name.Split('.');
        var last = labels.Length - 1;
        var isTwoPart = last >= 2 && labels[last].Length == 2 && labels[last - 1] is "co" or "com" or "org" or "net" or "gov" or "ac" or "edu";
        return labels[isTwoPart ? last - 2 : last - 1];
    }

    /// <summary>The address, or null for a name. Forms that only a C library reads as an address ("1", "10.1") are names.</summary>
    internal static IPAddress? ParseAddress(string name)
    {
        if (name.IndexOf(':') >= 0)
        {
            return IPAddress.TryParse(name, out var v6) ? v6 : null;
        }

        return IsDigit(name[0]) && IsDottedQuad(name) && IPAddress.TryParse(name, out var v4) ? v4 : null;
    }

    private static bool IsAddress(string name) => name.Length > 0 && ParseAddress(name) is not null;

    private static bool IsDottedQuad(string name)
    {
        var dots = 0;
        foreach (var c in name)
        {
            if (c == '.')
            {
                dots++;
            }
            else if (!IsDigit(c))
            {
                return false;
            }
        }

        return dots == 3;
    }

    internal static bool IsOrEndsWith(string name, string suffix) =>
        name.EndsWith(suffix, StringComparison.Ordinal)
        && (name.Length == suffix.Length || name[name.Length - suffix.Length - 1] == '.');

    private static bool EndsWithAny(string name, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
