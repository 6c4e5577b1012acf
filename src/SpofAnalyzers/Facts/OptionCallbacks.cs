using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// What code itself sets an option to, in <c>Configure&lt;T&gt;(options => options.Url = …)</c>. Known only where that is the one place in the
/// compilation that sets it, always and under no name. Cached per compilation.
/// </summary>
internal sealed class OptionCallbacks
{
    private readonly FactContext _context;
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _found = new(SymbolsAcross.Comparer!);

    private OptionCallbacks(FactContext context) => _context = context;

    public static OptionCallbacks Of(FactContext context) => context.GetOrCreate(c => new OptionCallbacks(c));

    /// <summary>The value that the one callback gives the property; null when there is none, another place sets it too, or it is not always set.</summary>
    public IOperation? Value(IPropertySymbol property, CancellationToken cancellationToken)
    {
        if (property is not { IsStatic: false, IsIndexer: false, SetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } || !property.Locations.Any(l => l.IsInSource))
        {
            return null;
        }

        if (!_found.TryGetValue(property.OriginalDefinition, out var value))
        {
            value = Find(property.OriginalDefinition, cancellationToken);
            _found[property.OriginalDefinition] = value;
        }

        return value;
    }

    private IOperation? Find(IPropertySymbol property, CancellationToken cancellationToken)
    {
        ISimpleAssignmentOperation? only = null;
        foreach (var syntax in _context.Compilation.SyntaxTrees.SelectMany(t => NameMentions.Of(property.Name, t, cancellationToken)).Select(Assignment).OfType<AssignmentExpressionSyntax>())
        {
            if (_context.Model(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) is not IAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                || !SymbolsAcross.Comparer.Equals(target.Property.OriginalDefinition, property))
            {
                continue;
            }

            if (only is not null || assignment is not ISimpleAssignmentOperation simple || !IsAlwaysConfigured(simple, target))
            {
                return null;
            }

            only = simple;
        }

        return only?.Value;
    }

    /// <summary>The assignment that the name is the target of.</summary>
    private static AssignmentExpressionSyntax? Assignment(SimpleNameSyntax name)
    {
        ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target ? assignment : null;
    }

    /// <summary>Set on the parameter of a callback that options of no name are configured with, whatever the rest of the program says.</summary>
    private static bool IsAlwaysConfigured(ISimpleAssignmentOperation assignment, IPropertyReferenceOperation target)
    {
        if (target.Instance?.Unwrapped() is not IParameterReferenceOperation || UnconditionalCode.IsChosen(assignment) || DevelopmentOnly.Covers(assignment))
        {
            return false;
        }

        IOperation? at = assignment;
        while (at is not null and not IAnonymousFunctionOperation)
        {
            at = at.Parent;
        }

        return at is IAnonymousFunctionOperation callback
            && callback.ReceivingCall() is { TargetMethod: { Name: "Configure" or "PostConfigure", ContainingType: { Name: "OptionsServiceCollectionExtensions" or "OptionsBuilder" } } } call
            && call.Arguments.All(a => a.Parameter?.Type.SpecialType != SpecialType.System_String);
    }
}
