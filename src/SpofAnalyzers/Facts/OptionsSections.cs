using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Which configuration section an options class is bound to: from <c>Configure&lt;T&gt;</c>, <c>Bind</c>, <c>BindConfiguration</c> and
/// <c>Get&lt;T&gt;</c>, else from a constant of the class. Built once per compilation, names first; a class that is bound nowhere in it is
/// looked for by its name in the other known sources.
/// </summary>
internal sealed class OptionsSections
{
    private static readonly string[] SectionConstants =
    [
        "SectionName", "Section", "ConfigurationSection", "ConfigSection", "ConfigurationSectionName", "ConfigSectionName", "SectionKey",
        "ConfigurationKey", "ConfigKey", "Position", "SectionPath",
    ];

    private static readonly string[] BindingMethods = ["Configure", "Bind", "BindConfiguration", "Get"];

    private readonly FactContext _context;
    private readonly Dictionary<ITypeSymbol, (string? Section, Location Location)> _sections = new(SymbolsAcross.Comparer!);
    private readonly ConcurrentDictionary<ITypeSymbol, (string? Section, Location Location)?> _elsewhere = new(SymbolsAcross.Comparer!);

    private OptionsSections(FactContext context, CancellationToken cancellationToken)
    {
        _context = context;
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            foreach (var call in BindingCalls(tree, cancellationToken))
            {
                if (Bound(call, cancellationToken) is var (type, section))
                {
                    _sections[type] = With(section, call, Own(type));
                }
            }
        }
    }

    public static OptionsSections Of(FactContext context, CancellationToken cancellationToken) =>
        context.GetOrCreate(c => new OptionsSections(c, cancellationToken));

    /// <summary>The section of an options class, or null when it is bound nowhere or to more than one.</summary>
    public (string Section, Location Location)? Of(ITypeSymbol type, CancellationToken cancellationToken)
    {
        if ((Own(type) ?? Elsewhere(type, cancellationToken)) is { } found)
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

    private (string? Section, Location Location)? Own(ITypeSymbol type) => _sections.TryGetValue(type, out var found) ? found : null;

    private (string? Section, Location Location)? Elsewhere(ITypeSymbol type, CancellationToken cancellationToken)
    {
        if (!_elsewhere.TryGetValue(type, out var found))
        {
            found = FindElsewhere(type, cancellationToken);
            _elsewhere[type] = found;
        }

        return found;
    }

    /// <summary>What the calls of other projects that write the name of the class bind it to.</summary>
    private (string? Section, Location Location)? FindElsewhere(ITypeSymbol type, CancellationToken cancellationToken)
    {
        (string? Section, Location Location)? found = null;
        foreach (var compilation in _context.Sources.ThatMayName(type).Where(c => c != _context.Compilation))
        {
            foreach (var tree in compilation.SyntaxTrees.Where(t => TreeSummary.Of(t, cancellationToken).MayMention(type.Name)))
            {
                foreach (var call in BindingCalls(tree, cancellationToken).Where(c => Writes(c, type.Name)))
                {
                    if (Bound(call, cancellationToken) is var (bound, section) && SymbolsAcross.Comparer.Equals(bound, type))
                    {
                        found = With(section, call, found);
                    }
                }
            }
        }

        return found;
    }

    private static bool Writes(InvocationExpressionSyntax call, string name) =>
        call.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == name);

    private static IEnumerable<InvocationExpressionSyntax> BindingCalls(SyntaxTree tree, CancellationToken cancellationToken) =>
        BindingMethods.SelectMany(name => TreeNames.Of(tree, cancellationToken).Calls(name).Where(call => MayBind(call, name)));

    /// <summary>The options class that a call binds, and the section that it is bound to.</summary>
    private (ITypeSymbol Type, string Section)? Bound(InvocationExpressionSyntax syntax, CancellationToken cancellationToken)
    {
        if (_context.Model(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) is not IInvocationOperation call || !IsBinder(call.TargetMethod)
            || BoundType(call) is not { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } type)
        {
            return null;
        }

        var section = call.TargetMethod.Name == "BindConfiguration"
            ? TextArgument(call, _context, cancellationToken)
            : SectionArgument(call, _context, cancellationToken);
        return section is null ? null : (type, section);
    }

    private static (string? Section, Location Location) With(string section, SyntaxNode call, (string? Section, Location Location)? known) =>
        known is { } other && !string.Equals(other.Section, section, StringComparison.OrdinalIgnoreCase)
            ? (null, call.GetLocation())
            : (section, known?.Location ?? call.GetLocation());

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
