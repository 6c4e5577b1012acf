using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Statements of a block that mean the same in a lambda, and the same again when it runs a second time.</summary>
/// <param name="First">Index of the first statement.</param>
/// <param name="Count">Number of statements.</param>
/// <param name="IsAsync">True when they wait for something.</param>
/// <param name="ReturnsValue">True when they give the result of the function, whichever way they end.</param>
internal sealed record RepeatableBlock(int First, int Count, bool IsAsync, bool ReturnsValue)
{
    /// <summary>
    /// The statement and, where what it declares lives on, all that follow it in its block; null when they cannot be moved: they jump out of
    /// the block, use what a lambda may not, or change variables from outside, which a second run would find changed.
    /// </summary>
    public static RepeatableBlock? From(StatementSyntax first, BlockSyntax block, SemanticModel model)
    {
        var function = block.FirstAncestorOrSelf<SyntaxNode>(n => n is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax);
        if (Signature(function) is not var (body, returnType, isAsyncFunction) || (function as MemberDeclarationSyntax)?.Parent is StructDeclarationSyntax)
        {
            return null;
        }

        var start = block.Statements.IndexOf(first);
        var holdsReturn = InThisFunction(first).Any(n => n is ReturnStatementSyntax);
        var count = first is UsingStatementSyntax && !holdsReturn ? 1 : block.Statements.Count - start;
        var last = block.Statements[start + count - 1];
        var nodes = block.Statements.Skip(start).Take(count).SelectMany(InThisFunction).ToList();
        if (nodes.Any(n => n is YieldStatementSyntax or LabeledStatementSyntax or GotoStatementSyntax or LocalFunctionStatementSyntax)
            || model.AnalyzeControlFlow(first, last) is not { Succeeded: true } flow || !flow.ExitPoints.All(e => e is ReturnStatementSyntax)
            || model.AnalyzeDataFlow(first, last) is not { Succeeded: true } data || !StartsAlike(data) || !MayBeCaptured(data))
        {
            return null;
        }

        var isAsync = nodes.Any(n => n is AwaitExpressionSyntax || (n is LocalDeclarationStatementSyntax local && local.AwaitKeyword != default)
            || (n is UsingStatementSyntax use && use.AwaitKeyword != default) || (n is CommonForEachStatementSyntax each && each.AwaitKeyword != default));
        var returned = nodes.OfType<ReturnStatementSyntax>().ToList();
        var returnsValue = returned.Any(r => r.Expression is not null);
        var fits = returnsValue
            ? !flow.EndPointIsReachable && Result(returnType, isAsyncFunction, model) is { } result && returned.All(r => IsOf(r.Expression!, result, model))
            : returned.Count == 0 || block == body;
        return fits && (isAsyncFunction || !isAsync) ? new(start, count, isAsync, returnsValue) : null;
    }

    private static (BlockSyntax? Body, TypeSyntax ReturnType, bool IsAsync)? Signature(SyntaxNode? function) => function switch
    {
        MethodDeclarationSyntax method => (method.Body, method.ReturnType, method.Modifiers.Any(SyntaxKind.AsyncKeyword)),
        LocalFunctionStatementSyntax local => (local.Body, local.ReturnType, local.Modifiers.Any(SyntaxKind.AsyncKeyword)),
        _ => null,
    };

    /// <summary>Variables from outside are read only.</summary>
    private static bool StartsAlike(DataFlowAnalysis data) =>
        !data.WrittenInside.Any(s => !data.VariablesDeclared.Contains(s, SymbolEqualityComparer.Default) && s is not IParameterSymbol { IsThis: true });

    private static bool MayBeCaptured(DataFlowAnalysis data) =>
        data.ReadInside.Concat(data.VariablesDeclared).All(s => s switch
        {
            IParameterSymbol parameter => parameter.IsThis || (parameter.RefKind == RefKind.None && !parameter.Type.IsRefLikeType),
            ILocalSymbol local => !local.IsRef && !local.Type.IsRefLikeType,
            _ => true,
        });

    private static ITypeSymbol? Result(TypeSyntax type, bool isAsync, SemanticModel model) => model.GetTypeInfo(type).Type switch
    {
        INamedTypeSymbol { TypeArguments: [var result] } when isAsync => result,
        { Name: "Task" or "ValueTask" } => null, // Handed on without waiting: the transaction may be over before.
        var result => isAsync ? null : result,
    };

    /// <summary>The type of a lambda follows from what it returns, so that must be the type of the function itself.</summary>
    private static bool IsOf(ExpressionSyntax returned, ITypeSymbol result, SemanticModel model) =>
        SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(returned).Type, result);

    private static IEnumerable<SyntaxNode> InThisFunction(SyntaxNode node) =>
        node.DescendantNodesAndSelf(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
}
