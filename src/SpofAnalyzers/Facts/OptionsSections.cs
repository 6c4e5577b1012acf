using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Which configuration section an options class is bound to: from <c>Configure&lt;T&gt;</c>, <c>Bind</c>, <c>BindConfiguration</c> and
/// <c>Get&lt;T&gt;</c>, else from a constant of the class. Built once per compilation, names first.
/// </summary>
internal sealed class OptionsSections
{
    private static readonly string[] SectionConstants =
    [
        "SectionName", "Section", "ConfigurationSection", "ConfigSection", "ConfigurationSectionName", "ConfigSectionName", "SectionKey",
        "ConfigurationKey", "ConfigKey", "Position", "SectionPath",
    ];

    private readonly Dictionary<ITypeSymbol, (string? Section, Location Location)> _sections = new(SymbolEqualityComparer.Default);

    private OptionsSections(FactContext context, CancellationToken cancellationToken)
    {
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            foreach (var name in new[] { "Configure", "Bind", "BindConfiguration", "Get" })
            {
                foreach (var call in names.Calls(name))
                {
                    if (MayBind(call, name) && context.Model(tree).GetOperation(call, cancellationToken) is IInvocationOperation operation)
                    {
                        Add(operation, context, cancellationToken);
                    }
                }
            }
        }
    }

    public static OptionsSections Of(FactContext context, CancellationToken cancellationToken) =>
        context.GetOrCreate(c => new OptionsSections(c, cancellationToken));

    /// <summary>The section of an options class, or null when it is bound nowhere here or to more than one.</summary>
    public (string Section, Location Location)? Of(ITypeSymbol type)
    {
        if (_sections.TryGetValue(type, out var found))
        {
            return found.Section is null ? null : (found.Section, found.Location);
        }

        foreach (var name in SectionConstants)
        {
            foreach (var member in type.GetMembers(name))
            {
                if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: string { Length: > 0 } section })
                {
                    return (section, member.Locations.FirstOrDefault() ?? Location.None);
                }
            }
        }

        return null;
    }

    /// <summary>The options class of a call that binds one to a section, such as <c>Configure&lt;T&gt;(section)</c>.</summary>
    public static ITypeSymbol? BoundType(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.Name switch
        {
            "Configure" or "Get" when method.TypeArguments is [var type] => type,
            "Bind" or "BindConfiguration" when method.TypeArguments is [var type] => type,
            "Bind" when IsBinder(method) && call.Arguments.Length >= 2 => call.Arguments[call.Arguments.Length - 1].Value.Unwrapped().Type,
            _ => null,
        };
    }

    private static bool MayBind(InvocationExpressionSyntax call, string name)
    {
        var isGeneric = call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax }
            or MemberBindingExpressionSyntax { Name: GenericNameSyntax };
        return name switch
        {
            "Configure" => isGeneric && call.ArgumentList.Arguments.Count is 1 or 2 or 3,
            "Get" => isGeneric && call.ArgumentList.Arguments.Count <= 1,
            _ => true,
        };
    }

    private void Add(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (!IsBinder(method) || BoundType(call) is not { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } type)
        {
            return;
        }

        var section = method.Name == "BindConfiguration"
            ? TextArgument(call, context, cancellationToken)
            : SectionArgument(call, context, cancellationToken);
        if (section is null)
        {
            return;
        }

        var location = call.Syntax.GetLocation();
        _sections[type] = _sections.TryGetValue(type, out var known) && !string.Equals(known.Section, section, StringComparison.OrdinalIgnoreCase)
            ? (null, location)
            : (section, known.Location ?? location);
    }

    private static bool IsBinder(IMethodSymbol method) =>
        method.ContainingType?.Name is "OptionsConfigurationServiceCollectionExtensions" or "OptionsBuilderConfigurationExtensions"
            or "ConfigurationBinder";

    private static string? TextArgument(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        call.Arguments.Select(a => a.Value).FirstOrDefault(v => v.Type?.SpecialType == SpecialType.System_String) is { } text
            ? new AddressWalk(context, cancellationToken).FullText(text)
            : null;

    private static string? SectionArgument(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var walk = new AddressWalk(context, cancellationToken);
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value.Unwrapped();
            if (ConfigurationReads.IsConfiguration(value.Type) && walk.Section(value) is { } section)
            {
                // config.Bind("S", target) names the section itself.
                var name = call.TargetMethod.Name == "Bind" && IsBinderClass(call)
                    && call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "key") is { } key ? walk.FullText(key.Value) : null;
                return ConfigurationReads.Join(section, name);
            }
        }

        return null;
    }

    private static bool IsBinderClass(IInvocationOperation call) => call.TargetMethod.ContainingType?.Name == "ConfigurationBinder";
}
