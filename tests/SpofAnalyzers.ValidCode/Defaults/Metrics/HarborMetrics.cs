using System.Diagnostics.Metrics;

namespace Harbor.Defaults.Metrics;

public static class HarborMetrics
{
    private static readonly Meter Meter = new("Harbor");
    private static readonly Counter<long> Placed = Meter.CreateCounter<long>("orders.placed");

    public static void OrderPlaced(string country) => Placed.Add(1, new KeyValuePair<string, object?>("country", country));
}
