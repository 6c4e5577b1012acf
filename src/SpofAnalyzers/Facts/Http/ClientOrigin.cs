using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Where an <c>HttpClient</c> value comes from.</summary>
internal abstract record ClientOrigin
{
    private const int MaxHops = 5;

    /// <summary>Created here: <c>new HttpClient()</c>, or the unnamed client of the factory.</summary>
    public sealed record Creation(SyntaxTree Tree, int Position) : ClientOrigin;

    /// <summary><c>factory.CreateClient("name")</c>.</summary>
    public sealed record Named(string Name) : ClientOrigin;

    /// <summary>Handed to a constructor or method of the type: the client of a typed registration.</summary>
    public sealed record Injected(INamedTypeSymbol Type) : ClientOrigin;

    /// <summary>The origin of a value; null when it cannot be followed.</summary>
    public static ClientOrigin? Of(IOperation? value, FactContext context, CancellationToken cancellationToken) =>
        Of(value, context, MaxHops, cancellationToken);

    private static ClientOrigin? Of(IOperation? value, FactContext context, int hops, CancellationToken cancellationToken)
    {
        if (value is null || hops == 0)
        {
            return null;
        }

        var core = value.Core();
        switch (core)
        {
            case IObjectCreationOperation creation when context.Is(creation.Type, HttpMethods.HttpClient):
                return new Creation(creation.Syntax.SyntaxTree, creation.Syntax.SpanStart);
            case IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax } creation when context.Is(creation.Type, HttpMethods.HttpClient):
                return new Creation(creation.Syntax.SyntaxTree, creation.Syntax.SpanStart);
            case IInvocationOperation { TargetMethod.Name: "CreateClient" } create when FactoryCalls.IsCreateClient(create, context):
                return OfFactory(create, context, cancellationToken);
            case IInvocationOperation invocation when SourceBodies.Of(context).Of(invocation.TargetMethod, cancellationToken) is { } body:
                return First(SourceBodies.Returned(body), context, hops, cancellationToken);
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.LambdaMethod } method }:
                return new Injected(method.ContainingType.OriginalDefinition);
            case ILocalReferenceOperation local:
                return OfLocal(local, context, hops, cancellationToken);
            case IFieldReferenceOperation field:
                return OfMember(field.Field, context, hops, cancellationToken);
            case IPropertyReferenceOperation property:
                return OfMember(property.Property, context, hops, cancellationToken);
            case IConditionalAccessInstanceOperation instance:
                return Of(instance.Accessed(), context, hops - 1, cancellationToken);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } receiver:
                return Of(Initialized(receiver), context, hops - 1, cancellationToken);
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, context, hops - 1, cancellationToken) ?? Of(coalesce.WhenNull, context, hops - 1, cancellationToken);
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value, context, hops - 1, cancellationToken);
            default:
                return null;
        }
    }

    private static ClientOrigin OfFactory(IInvocationOperation create, FactContext context, CancellationToken cancellationToken) =>
        create.Arguments.Argument("name") is { } name && ClientNames.Of(name, context, cancellationToken) is { Length: > 0 } known
            ? new Named(known)
            : new Creation(create.Syntax.SyntaxTree, create.Syntax.SpanStart);

    private static ClientOrigin? OfLocal(ILocalReferenceOperation local, FactContext context, int hops, CancellationToken cancellationToken)
    {
        if (SourceBodies.Of(context).Initializer(local.Local, cancellationToken) is { } initializer
            && Of(initializer, context, hops - 1, cancellationToken) is { } origin)
        {
            return origin;
        }

        var assigned = local.Root().Descendants().OfType<ISimpleAssignmentOperation>()
            .Where(a => a.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local.Local))
            .Select(a => a.Value);
        return First(assigned, context, hops, cancellationToken);
    }

    private static ClientOrigin? OfMember(ISymbol member, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var sources = SourceBodies.Of(context);
        return sources.Initializer(member, cancellationToken) is { } initializer && Of(initializer, context, hops - 1, cancellationToken) is { } origin
            ? origin
            : First(sources.Assignments(member, cancellationToken), context, hops, cancellationToken);
    }

    private static ClientOrigin? First(IEnumerable<IOperation> values, FactContext context, int hops, CancellationToken cancellationToken) =>
        values.Select(v => Of(v, context, hops - 1, cancellationToken)).FirstOrDefault(o => o is not null);

    /// <summary>The creation whose object initializer the receiver stands in.</summary>
    private static IOperation? Initialized(IOperation receiver)
    {
        for (var parent = receiver.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectCreationOperation creation)
            {
                return creation;
            }
        }

        return null;
    }
}

/// <summary>Calls of the client factory.</summary>
internal static class FactoryCalls
{
    private const string Factory = "System.Net.Http.IHttpClientFactory";
    private const string FactoryExtensions = "System.Net.Http.HttpClientFactoryExtensions";

    public static bool IsCreateClient(IInvocationOperation call, FactContext context) =>
        call.TargetMethod.Name == "CreateClient"
        && (context.IsOrInherits(call.TargetMethod.ContainingType, Factory) || context.Is(call.TargetMethod.ContainingType, FactoryExtensions));
}

/// <summary>Names of clients.</summary>
internal static class ClientNames
{
    /// <summary>The constant name, through locals, fields and parameters; else the expression as it is written, so that equal expressions meet.</summary>
    public static string Of(IOperation name, FactContext context, CancellationToken cancellationToken) =>
        Constant(name, context, cancellationToken) ?? name.Core().Syntax.ToString();

    /// <summary>Null when the name is computed.</summary>
    public static string? Constant(IOperation name, FactContext context, CancellationToken cancellationToken) =>
        new AddressWalk(context, cancellationToken).FullText(name.Core());
}
