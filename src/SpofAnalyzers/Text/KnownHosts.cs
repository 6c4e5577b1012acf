namespace Spof.Text;

/// <summary>Hosts of well-known third parties and of cloud services that have failover behind one name.</summary>
internal static class KnownHosts
{
    public const string Telemetry = "telemetry";

    public const string Payments = "payments";

    private static readonly Dictionary<string, string> SaasSuffixes = Table(
        (Payments, """
            api.stripe.com api-m.paypal.com api-m.sandbox.paypal.com api.paypal.com api.braintreegateway.com connect.squareup.com
            api.mollie.com api.razorpay.com api.klarna.com api.gocardless.com api.checkout.com
            """),
        ("identity", """
            login.microsoftonline.com b2clogin.com graph.microsoft.com auth0.com okta.com accounts.google.com oauth2.googleapis.com
            appleid.apple.com
            """),
        ("compliance", "ec.europa.eu rest.avatax.com api.haveibeenpwned.com haveibeenpwned.com"),
        ("email", """
            api.sendgrid.com api.mailgun.net api.postmarkapp.com smtp.gmail.com smtp.office365.com
            """),
        ("messaging", "twilio.com api.nexmo.com platform.clickatell.com fcm.googleapis.com push.apple.com"),
        ("ai", """
            api.openai.com api.anthropic.com openai.azure.com cognitiveservices.azure.com generativelanguage.googleapis.com
            api.mistral.ai api.cohere.com
            """),
        ("maps", """
            maps.googleapis.com atlas.microsoft.com api.mapbox.com nominatim.openstreetmap.org api.ipify.org ipinfo.io
            """),
        ("source", "api.github.com raw.githubusercontent.com gitlab.com"),
        ("chat", "slack.com hooks.slack.com discord.com webhook.office.com api.telegram.org"),
        ("finance", "www.ecb.europa.eu api.nbp.pl openexchangerates.org"),
        ("cdn", "api.fastly.com api.cloudflare.com api.prerender.io"),
        ("search", "algolia.net algolianet.com api.contentful.com"),
        (Telemetry, """
            ingest.sentry.io applicationinsights.azure.com dc.services.visualstudio.com api.honeycomb.io datadoghq.com newrelic.com
            api.segment.io
            """));

    /// <summary>Patterns with one free part in the middle or at the end: text before it, text after it.</summary>
    private static readonly (string Before, string After, string Category)[] SaasPatterns =
    [
        ("checkout-", ".adyen.com", Payments),
        ("pay-api.amazon.", "", Payments),
        ("cognito-idp.", ".amazonaws.com", "identity"),
        ("email.", ".amazonaws.com", "email"),
        ("otlp.", "", Telemetry),
    ];

    private static readonly HashSet<string> ManagedSuffixes = new(
        """
        database.windows.net database.usgovcloudapi.net database.chinacloudapi.cn database.cloudapi.de database.fabric.microsoft.com
        postgres.database.azure.com mysql.database.azure.com mariadb.database.azure.com
        redis.cache.windows.net redis.cache.chinacloudapi.cn redis.cache.usgovcloudapi.net redis.cache.sovcloud-api.de
        redis.azure.net redis.chinacloudapi.cn redis.usgovcloudapi.net redisenterprise.cache.azure.net
        documents.azure.com cosmos.azure.com mongodb.net docdb.amazonaws.com docdb-elastic.amazonaws.com
        servicebus.windows.net servicebus.chinacloudapi.cn servicebus.usgovcloudapi.net
        blob.core.windows.net queue.core.windows.net table.core.windows.net file.core.windows.net
        amazonaws.com amazonaws.com.cn
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> IdentifierAuthorities = new(
        """
        www.w3.org schemas.xmlsoap.org schemas.microsoft.com schemas.openxmlformats.org docs.oasis-open.org purl.org www.sitemaps.org
        www.itunes.com www.idpf.org tools.ietf.org datatracker.ietf.org opensource.org creativecommons.org json-schema.org
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>True for an authority of identifiers: its URIs name a schema, a claim or a licence and are never called.</summary>
    /// <param name="name">Host in lower case.</param>
    public static bool IsIdentifierAuthority(string name) => IdentifierAuthorities.Contains(name) || name.StartsWith("xmlns.", StringComparison.Ordinal);

    /// <summary>Category of a well-known third party, or null.</summary>
    /// <param name="name">Host in lower case.</param>
    /// <param name="path">Path of the URI when known.</param>
    public static string? SaasCategory(string name, string? path)
    {
        if (name == "www.google.com")
        {
            return path?.StartsWith("/recaptcha/", StringComparison.OrdinalIgnoreCase) == true ? "compliance" : null;
        }

        for (var start = 0; start >= 0; start = Next(name, start))
        {
            if (SaasSuffixes.TryGetValue(start == 0 ? name : name.Substring(start), out var category))
            {
                return category;
            }
        }

        foreach (var (before, after, category) in SaasPatterns)
        {
            if (name.Length > before.Length + after.Length && name.StartsWith(before, StringComparison.Ordinal)
                && name.EndsWith(after, StringComparison.Ordinal))
            {
                return category;
            }
        }

        return null;
    }

    /// <summary>True for an endpoint of a cloud service that stands for more than one machine.</summary>
    /// <param name="name">Host in lower case.</param>
    public static bool IsManaged(string name)
    {
        for (var start = Next(name, 0); start >= 0; start = Next(name, start))
        {
            if (ManagedSuffixes.Contains(name.Substring(start)))
            {
                return !IsVirtualMachine(name);
            }
        }

        return false;
    }

    /// <summary>Public name of one EC2 machine: <c>ec2-3-4-5-6.compute-1.amazonaws.com</c>.</summary>
    private static bool IsVirtualMachine(string name) =>
        name.StartsWith("ec2-", StringComparison.Ordinal) && name.IndexOf(".compute", StringComparison.Ordinal) > 0;

    private static int Next(string name, int start)
    {
        var dot = name.IndexOf('.', start);
        return dot < 0 ? -1 : dot + 1;
    }

    private static Dictionary<string, string> Table(params (string Category, string Suffixes)[] rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (category, suffixes) in rows)
        {
            foreach (var suffix in suffixes.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                table.Add(suffix, category);
            }
        }

        return table;
    }
}
