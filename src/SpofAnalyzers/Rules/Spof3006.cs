using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3006: a client that lives as long as the process keeps its connections, and with them the address that it resolved first. When the
/// name is pointed at a standby, the client does not notice until the old connection breaks.
/// </summary>
internal sealed class Spof3006 : OperationRule
{
    public const string Id = "SPOF3006";

    private const string Fix = "Give the handler a 'PooledConnectionLifetime' of a few minutes, or take clients from IHttpClientFactory.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Long-lived HttpClient never re-resolves DNS",
        "'{0}' keeps its connections for as long as the process lives, so it does not follow when DNS moves the name to a standby; its handler has no 'PooledConnectionLifetime'",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A static or singleton HttpClient whose handler has no connection lifetime stays with the address that it resolved first, which defeats failover by DNS.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Creations => ["HttpClient"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        operation is IObjectCreationOperation creation
        && context.Is(creation.Type, HttpMethods.HttpClient)
        && KeepsConnections(creation.Arguments.Argument("handler"), context)
        && Holder(creation, context, cancellationToken) is { } holder
        && !DevelopmentOnly.Covers(operation)
            ? Finding(creation.Syntax.GetLocation(), Fix, holder)
            : null;

    /// <summary>What keeps the client for as long as the process lives: a static member, a member of a singleton, or the container itself.</summary>
    private static string? Holder(IOperation creation, FactContext context, CancellationToken cancellationToken)
    {
        switch (creation.User())
        {
            case IFieldInitializerOperation { InitializedFields: [var field, ..] }:
                return LivesLong(field, context, cancellationToken);
            case IPropertyInitializerOperation { InitializedProperties: [var property, ..] }:
                return LivesLong(property, context, cancellationToken);
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } target }:
                return LivesLong(target.Member, context, cancellationToken);
            case IArgumentOperation { Parent: IInvocationOperation call }:
                return IsSingletonRegistration(call) ? "HttpClient" : null;
            case IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation factory } }:
                return factory.ReceivingCall() is { } registration && IsSingletonRegistration(registration) ? "HttpClient" : null;
            default:
                return null;
        }
    }

    private static string? LivesLong(ISymbol member, FactContext context, CancellationToken cancellationToken) =>
        member.IsStatic || StateIndex.Of(context).SingletonForms(member.ContainingType, cancellationToken).Count > 0 ? member.Name : null;

    private static bool IsSingletonRegistration(IInvocationOperation call) =>
        call.TargetMethod is { Name: "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" or "TryAddKeyedSingleton" } method
        && method.ContainingType.IsInNamespace("Microsoft");

    /// <summary>True when the handler is one whose connections live for ever; a handler that cannot be seen may do anything.</summary>
    private static bool KeepsConnections(IOperation? handler, FactContext context) => handler?.Core() switch
    {
        null => true,
        IObjectCreationOperation creation when context.Is(creation.Type, "System.Net.Http.HttpClientHandler") => true,
        IObjectCreationOperation creation when context.Is(creation.Type, "System.Net.Http.SocketsHttpHandler") =>
            ObjectSettings.Of(creation)["PooledConnectionLifetime"] is null,
        _ => false,
    };
}
