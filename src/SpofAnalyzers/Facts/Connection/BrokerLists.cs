using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Whether any connection to RabbitMQ is opened with a list of brokers. A factory is often made in one place and used in another, and a list wins
/// over the host of the factory.
/// </summary>
internal sealed class BrokerLists
{
    private static readonly string[] Connects = ["CreateConnection", "CreateConnectionAsync"];

    private static readonly string[] Lists = ["hostnames", "endpoints", "endpointResolver"];

    private BrokerLists(FactContext context, CancellationToken cancellationToken) =>
        AreUsed = NamesInCode.Of(context).Mentions("EndpointResolverFactory", cancellationToken)
            || context.Compilation.SyntaxTrees.Any(tree => Connects.SelectMany(TreeNames.Of(tree, cancellationToken).Calls)
                .Any(call => call.ArgumentList.Arguments.Count > 0 && context.Model(tree).GetOperation(call, cancellationToken) is IInvocationOperation connect
                    && Array.Exists(Lists, l => connect.Arguments.Argument(l) is not null)));

    /// <summary>True when a connection is given a list, or a resolver of one.</summary>
    public bool AreUsed { get; }

    public static BrokerLists Of(FactContext context, CancellationToken cancellationToken) => context.GetOrCreate(c => new BrokerLists(c, cancellationToken));
}
