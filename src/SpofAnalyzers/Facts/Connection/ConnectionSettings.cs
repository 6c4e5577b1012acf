using Microsoft.CodeAnalysis;
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

    private static IEnumerable<string> InLambda(IAnonymousFunctionOperation lambda)
    {
        foreach (var call in lambda.Body.Descendants().OfType<IInvocationOperation>())
        {
            switch (call.TargetMethod.Name)
            {
                case "EnableRetryOnFailure":
                    yield return ConnectionApis.RetryOnFailure;
                    break;
                case "ExecutionStrategy":
                    yield return "executionStrategy";
                    break;
            }
        }
    }

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
