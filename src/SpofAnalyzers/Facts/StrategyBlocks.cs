using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// What runs inside execution strategies of EF Core, by name: what the blocks given to them call, and what that calls. Another method of
/// the same name counts too, so it serves to stay silent.
/// </summary>
internal sealed class StrategyBlocks
{
    private const int MaxDepth = 4;

    private static readonly string[] Runs = ["Execute", "ExecuteAsync", "ExecuteInTransaction", "ExecuteInTransactionAsync"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>True when a block calls code that it is given, which may be anything.</summary>
    private readonly bool _isOpen;

    private StrategyBlocks(FactContext context, CancellationToken cancellationToken)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            foreach (var run in Runs.SelectMany(names.Calls))
            {
                if (context.Model(tree).GetOperation(run, cancellationToken) is IInvocationOperation call && IsStrategy(call))
                {
                    _isOpen |= call.Arguments.Any(a => MayBeAnything(a.Value));
                    reached.UnionWith(run.ArgumentList.DescendantNodes().OfType<SimpleNameSyntax>().Select(n => n.Identifier.ValueText));
                }
            }
        }

        for (var depth = 0; depth < MaxDepth && reached.Count > 0 && !_isOpen; depth++)
        {
            _names.UnionWith(reached);
            reached = CalledBy(reached, context, cancellationToken);
            reached.ExceptWith(_names);
        }

        _isOpen |= reached.Count > 0;
    }

    public static StrategyBlocks Of(FactContext context, CancellationToken cancellationToken) =>
        context.GetOrCreate(c => new StrategyBlocks(c, cancellationToken));

    /// <summary>True when the operation stands in a block that a strategy runs, or in a method that such a block may lead to.</summary>
    public bool MayContain(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && lambda.ReceivingCall() is { } receiver && Runs.Contains(receiver.TargetMethod.Name) && IsStrategy(receiver))
            {
                return true;
            }
        }

        if (_isOpen)
        {
            return true;
        }

        for (var symbol = operation.EnclosingSymbol(); symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
        {
            if (_names.Contains(method.Name))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsStrategy(IInvocationOperation call) =>
        call.Receiver()?.Core().Type is { } type
        && (type.Name == "IExecutionStrategy" || type.AllInterfaces.Any(i => i.Name == "IExecutionStrategy"));

    /// <summary>A delegate that comes from elsewhere, or a block that calls one.</summary>
    private static bool MayBeAnything(IOperation argument) =>
        argument.Core().Type?.TypeKind == TypeKind.Delegate
        && argument.Core() is not IDelegateCreationOperation { Target: IMethodReferenceOperation or IAnonymousFunctionOperation }
        && argument.ConstantValue is not { HasValue: true, Value: null }
        || argument.Descendants().Any(o => o is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke });

    private static HashSet<string> CalledBy(HashSet<string> methods, FactContext context, CancellationToken cancellationToken)
    {
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            foreach (var method in tree.GetRoot(cancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (methods.Contains(method.Identifier.ValueText))
                {
                    called.UnionWith(method.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(TreeNames.NameOf).OfType<string>());
                }
            }
        }

        return called;
    }
}
