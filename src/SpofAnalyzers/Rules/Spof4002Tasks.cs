using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Tasks that a request starts and does not wait for.</summary>
internal static class Spof4002Tasks
{
    /// <summary>The item of the system that the task works on; null unless the task is let go, in code that answers a request, before anything was written.</summary>
    public static INamedTypeSymbol? Item(IInvocationOperation run, FactContext context) =>
        IsLetGo(run)
        && run.Arguments.FirstOrDefault()?.Value is { } argument && ObjectSettings.Lambda(argument) is { } lambda
        && AnswersRequest(run)
        && !Spof4002Channels.WritesBefore(run)
            ? Captured(lambda).Select(StateIndex.Of(context).Content.Find).FirstOrDefault(t => t is not null)
            : null;

    private static bool IsLetGo(IOperation run) => run.User() switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        _ => false,
    };

    /// <summary>Inside of a controller, a hub, a consumer, or the handler of an endpoint.</summary>
    private static bool AnswersRequest(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && lambda.ReceivingCall() is { TargetMethod: { Name: var name } method })
            {
                return name.StartsWith("Map", StringComparison.Ordinal) && method.ContainingType.IsInNamespace("Microsoft");
            }
        }

        return operation.EnclosingSymbol()?.ContainingType is { } type
            && (type.AllInterfaces.Any(i => i.Name is "IConsumer" or "IHandleMessages") || InheritsRequestType(type));
    }

    private static bool InheritsRequestType(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name is "ControllerBase" or "Hub" or "PageModel")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Types of the parameters and locals around the lambda that its body uses.</summary>
    private static IEnumerable<ITypeSymbol> Captured(IAnonymousFunctionOperation lambda)
    {
        foreach (var operation in lambda.Body.Descendants())
        {
            switch (operation)
            {
                case IParameterReferenceOperation { Parameter: var parameter } when !IsInside(parameter, lambda):
                    yield return parameter.Type;
                    break;
                case ILocalReferenceOperation { Local: var local } when !IsInside(local, lambda):
                    yield return local.Type;
                    break;
            }
        }
    }

    private static bool IsInside(ISymbol symbol, IAnonymousFunctionOperation lambda) =>
        symbol.Locations.Any(l => l.SourceTree == lambda.Syntax.SyntaxTree && lambda.Syntax.Span.Contains(l.SourceSpan));
}
