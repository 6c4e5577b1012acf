namespace SpofAnalyzers.Rules;

/// <summary>Names of third parties as they stand in configuration keys, client names and type names.</summary>
internal static class Spof3001Brands
{
    private static readonly (string Name, string Category)[] Brands =
    [
        ("Stripe", "payments"), ("PayPal", "payments"), ("Braintree", "payments"), ("Adyen", "payments"), ("Mollie", "payments"),
        ("Razorpay", "payments"), ("Klarna", "payments"), ("GoCardless", "payments"),
        ("Auth0", "identity"), ("Okta", "identity"),
        ("SendGrid", "email"), ("Mailgun", "email"), ("Postmark", "email"),
        ("Twilio", "messaging"), ("Clickatell", "messaging"),
        ("OpenAI", "ai"), ("Anthropic", "ai"), ("Mistral", "ai"), ("Cohere", "ai"),
        ("Mapbox", "maps"), ("GoogleMaps", "maps"), ("Nominatim", "maps"),
        ("GitHub", "source"),
        ("Slack", "chat"), ("Discord", "chat"), ("Telegram", "chat"),
        ("OpenExchangeRates", "finance"),
        ("Cloudflare", "cdn"), ("Fastly", "cdn"),
        ("Algolia", "search"), ("Contentful", "search"),
        ("Avalara", "compliance"), ("AvaTax", "compliance"),
    ];

    /// <summary>The first brand that stands in the name as words of its own; null when there is none.</summary>
    public static (string Name, string Category)? In(string name)
    {
        foreach (var brand in Brands)
        {
            for (var at = IndexOf(name, brand.Name, 0); at >= 0; at = IndexOf(name, brand.Name, at + 1))
            {
                if (StartsWord(name, at) && EndsWord(name, at + brand.Name.Length))
                {
                    return brand;
                }
            }
        }

        return null;
    }

    private static int IndexOf(string name, string brand, int start) => name.IndexOf(brand, start, StringComparison.OrdinalIgnoreCase);

    private static bool StartsWord(string name, int at) => at == 0 || !char.IsLetter(name[at - 1]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1]))
        || (name[at - 1] == 'I' && at == 1);

    private static bool EndsWord(string name, int end) => end == name.Length || !char.IsLower(name[end]);
}
