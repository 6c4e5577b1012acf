using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Failover settings that stand in code next to the address.</summary>
internal static class ConnectionSettings
{
    public static IEnumerable<string> Around(IOperation operation)
    {
        foreach (var argument in operation is IInvocationOperation call ? call.Arguments : ((IObjectCreationOperation)operation).Arguments)
        {
            if (ObjectSettings.Lambda(argument.Value) is { } lambda)
            {
                foreach (var option in InLambda(lambda))
                {
                    yield return option;
                }
            }
            else if (argument.Value is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } })
            {
                foreach (var option in InMethod(method))
                {
                    yield return option;
                }
            }
            else if (argument.Value.Type?.Name is "NpgsqlConnectionStringBuilder" or "String")
            {
                foreach (var option in OfBuilder(argument.Value))
                {
                    yield return option;
                }
            }
        }

        if (IsBuiltForSeveralHosts(operation))
        {
            yield return "multiHost";
        }
    }

    /// <summary>Settings among the arguments of a call that is not bound, by their names.</summary>
    public static IEnumerable<string> Written(SyntaxNode call) => Named(call.DescendantNodes());

    private static IEnumerable<string> InLambda(IAnonymousFunctionOperation lambda)
    {
        foreach (var call in lambda.Body.Descendants().OfType<IInvocationOperation>())
        {
            if (OptionOf(call.TargetMethod.Name) is { } option)
            {
                yield return option;
            }
        }
    }

    /// <summary>A method passed by name: <c>UseSqlServer(text, ConfigureSqlOptions)</c>.</summary>
    private static IEnumerable<string> InMethod(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            foreach (var option in Named(reference.GetSyntax().DescendantNodes()))
            {
                yield return option;
            }
        }
    }

    private static IEnumerable<string> Named(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var call in nodes.OfType<InvocationExpressionSyntax>())
        {
            if (TreeNames.NameOf(call) is { } name && OptionOf(name) is { } option)
            {
                yield return option;
            }
        }
    }

    private static string? OptionOf(string method) => method switch
    {
        "EnableRetryOnFailure" => ConnectionApis.RetryOnFailure,
        "ExecutionStrategy" => "executionStrategy",
        _ => null,
    };

    /// <summary><c>builder.ConnectionString</c> of a builder that sets its failover properties in code.</summary>
    private static IEnumerable<string> OfBuilder(IOperation value)
    {
        var builder = value switch
        {
            IPropertyReferenceOperation { Property.Name: "ConnectionString", Instance: { } instance } => instance,
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => instance,
            _ => value.Type?.Name == "String" ? null : value,
        };
        if (builder is null)
        {
            yield break;
        }

        var settings = ObjectSettings.Of(builder);
        if (settings["FailoverPartner"] is not null)
        {
            yield return "failoverPartner";
        }

        if (settings.IsConstant("MultiSubnetFailover", true))
        {
            yield return "multiSubnetFailover";
        }

        if (settings["TargetSessionAttributes"] is { ConstantValue: { HasValue: true, Value: string attributes } })
        {
            yield return "targetSessionAttributes=" + attributes.ToLowerInvariant();
        }
    }

    private static bool IsBuiltForSeveralHosts(IOperation operation) =>
        operation is IObjectCreationOperation && ObjectSettings.Of(operation).Calls.Any(c => c.TargetMethod.Name == "BuildMultiHost");
}
