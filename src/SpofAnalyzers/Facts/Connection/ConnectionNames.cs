using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Names a connection as a person would: its context type, the type that opens it, or what its key says.</summary>
internal static class ConnectionNames
{
    /// <summary>The DbContext that the call configures, or null.</summary>
    public static INamedTypeSymbol? ContextType(IOperation operation, FactContext context)
    {
        if (operation is IInvocationOperation { TargetMethod.TypeArguments: [.., var argument] } && context.Arguments.Of(argument) is INamedTypeSymbol own && IsContext(own))
        {
            return own;
        }

        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IInvocationOperation { TargetMethod: { Name: var name, TypeArguments: [.., var outer] } }
                && name.StartsWith("Add", StringComparison.Ordinal) && context.Arguments.Of(outer) is INamedTypeSymbol found && IsContext(found))
            {
                return found;
            }
        }

        return operation.EnclosingSymbol()?.ContainingType is { } type && IsContext(type) ? type : null;
    }

    public static string Of(IOperation operation, StoreTechnology technology, AddressFact address)
    {
        var type = operation.EnclosingSymbol()?.ContainingType;
        var isPlumbing = type is null || type.IsStatic || type.Name is "Program" or "Startup" or "<Program>$"
            || type.Name.EndsWith("Extensions", StringComparison.Ordinal) || type.Name.EndsWith("Module", StringComparison.Ordinal);
        return !isPlumbing ? type!.Name : KeyName(address.Key) ?? technology.ToString();
    }

    /// <summary>True in a factory that only the EF Core tools call, and in migrations.</summary>
    public static bool IsDesignTime(IOperation operation) => operation.EnclosingSymbol()?.ContainingType is { } type
        && (type.AllInterfaces.Any(i => i.Name == "IDesignTimeDbContextFactory") || type.BaseType?.Name == "Migration");

    private static bool IsContext(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name is "DbContext")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Orders" of <c>ConnectionStrings:Orders</c>, "Redis" of <c>Redis:Endpoint</c>.</summary>
    private static string? KeyName(string? key)
    {
        if (key is null)
        {
            return null;
        }

        var parts = key.Split(':');
        return parts.Length > 1 && string.Equals(parts[0], "ConnectionStrings", StringComparison.OrdinalIgnoreCase) ? parts[1]
            : parts.Length > 1 ? parts[parts.Length - 2] : parts[0];
    }
}
