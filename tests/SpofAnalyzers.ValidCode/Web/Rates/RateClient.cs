using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Caching.Distributed;

namespace Harbor.Web.Rates;

public sealed class RateClient(HttpClient http, IDistributedCache lastKnown)
{
    private const string Table = "reference-rates";

    private static readonly XNamespace Ecb = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref";

    public async Task<decimal> OfAsync(string currency, CancellationToken cancellationToken)
    {
        var table = XDocument.Parse(await TableAsync(cancellationToken));
        var rate = table.Descendants(Ecb + "Cube").FirstOrDefault(e => (string?)e.Attribute("currency") == currency)?.Attribute("rate")?.Value;
        return rate is null ? 1m : decimal.Parse(rate, CultureInfo.InvariantCulture);
    }

    private async Task<string> TableAsync(CancellationToken cancellationToken)
    {
        try
        {
            var table = await http.GetStringAsync("stats/eurofxref/eurofxref-daily.xml", cancellationToken);
            await lastKnown.SetStringAsync(Table, table, cancellationToken);
            return table;
        }
        catch (HttpRequestException)
        {
            return await lastKnown.GetStringAsync(Table, cancellationToken) ?? "<empty />";
        }
    }
}
