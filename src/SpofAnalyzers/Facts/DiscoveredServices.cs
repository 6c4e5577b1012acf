namespace SpofAnalyzers.Facts;

/// <summary>Endpoints that Microsoft.Extensions.ServiceDiscovery reads from configuration: <c>Services:{name}:{scheme or endpoint}[:{index}]</c>.</summary>
internal static class DiscoveredServices
{
    public static readonly string[] Assemblies = ["Microsoft.Extensions.ServiceDiscovery", "Microsoft.Extensions.ServiceDiscovery.Abstractions"];

    public static bool IsEndpoint(string key, FactContext context) => ListOf(key) is not null && Assemblies.Any(context.ReferencedAssemblies.Contains);

    /// <summary>The list that an endpoint stands in (<c>Services:catalog:https</c>); null for other keys.</summary>
    public static string? ListOf(string key)
    {
        var parts = key.Split(':');
        var isEndpoint = parts[0].Equals("services", StringComparison.OrdinalIgnoreCase)
            && (parts.Length == 3 || (parts.Length == 4 && parts[3].Length > 0 && parts[3].All(char.IsDigit)));
        return isEndpoint ? string.Join(":", parts, 0, 3) : null;
    }

    /// <summary>True when the compilation turns discovery on for all its clients, itself or by a set-up method of another project.</summary>
    public static bool IsDefault(FactContext context, CancellationToken cancellationToken) =>
        NamesInCode.Of(context).Mentions("AddServiceDiscovery", cancellationToken) || NamesInCode.Of(context).Mentions("AddServiceDefaults", cancellationToken);
}
