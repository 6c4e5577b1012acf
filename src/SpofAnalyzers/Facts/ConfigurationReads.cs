using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>Recognises the configuration types and joins keys.</summary>
internal static class ConfigurationReads
{
    public static bool IsConfiguration(ITypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        if (IsInterface(type))
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (IsInterface(implemented))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsSection(ITypeSymbol? type) => type?.Name is "IConfigurationSection" or "ConfigurationSection";

    public static string Join(string section, string? key) =>
        string.IsNullOrEmpty(key) ? section : section.Length == 0 ? key! : section + ":" + key;

    private static bool IsInterface(ITypeSymbol type) =>
        type.Name is "IConfiguration" or "IConfigurationSection" or "IConfigurationRoot" or "IConfigurationManager"
        && type.ContainingNamespace is { Name: "Configuration", ContainingNamespace: { Name: "Extensions" } };
}
