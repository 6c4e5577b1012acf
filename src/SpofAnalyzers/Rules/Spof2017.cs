using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2017: such a transport keeps messages in the process or in files beside it. They are lost with the process, and no second instance can
/// take them over.
/// </summary>
internal sealed class Spof2017 : OperationRule
{
    public const string Id = "SPOF2017";

    private const string Fix = "Use a broker or a database as transport in production; keep this one for development and tests.";

    /// <summary>A transport or a rider of MassTransit beside which the memory only serves the process itself.</summary>
    private static readonly string[] RealTransports =
    [
        "UsingRabbitMq", "UsingAzureServiceBus", "UsingAmazonSqs", "UsingActiveMq", "UsingPostgres", "UsingSqlServer", "UsingGrpc", "UsingKafka", "UsingEventHub",
        "AddRider", "CreateUsingRabbitMq", "CreateUsingAzureServiceBus", "CreateUsingAmazonSqs",
    ];

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "In-memory or learning transport in production code",
        "Messages go through '{0}', which keeps them {1}: they are lost with the process, and no other instance can take them over",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A message transport made for development carries the messages of production.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls =>
        ["UsingInMemory", "CreateUsingInMemory", "UseInMemoryStorage", "UseInMemoryMessageQueue", "UseTransport", "UsePersistence"];

    public override IReadOnlyList<string> Assemblies => ["MassTransit", "NServiceBus.Core", "DotNetCore.CAP"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        operation is IInvocationOperation call
        && Transport(call) is { } transport
        && !DevelopmentOnly.Covers(call)
        && !RegistrationBranch.IsConditional(call.Syntax)
        && !(transport == call.TargetMethod.Name && RealTransports.Any(n => CallSearch.Of(n, context, cancellationToken).Any()))
            ? Finding(call.NameLocation(), Fix, transport, transport.StartsWith("Learning", StringComparison.Ordinal) ? "in files of one machine" : "in memory")
            : null;

    /// <summary>What keeps the messages; null for any other call of that name.</summary>
    private static string? Transport(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.Name switch
        {
            "UsingInMemory" or "CreateUsingInMemory" => method.ContainingType.IsInNamespace("MassTransit") ? method.Name : null,
            "UseInMemoryStorage" or "UseInMemoryMessageQueue" => method.Parameters is [{ Type.Name: "CapOptions" }, ..] ? method.Name : null,
            _ when !method.ContainingType.IsInNamespace("NServiceBus") => null,
            _ => method.TypeArguments.Concat(call.Arguments.Select(a => a.Value.Core().Type).OfType<ITypeSymbol>())
                .FirstOrDefault(t => t is { Name: "LearningTransport" or "LearningPersistence" } && t.IsInNamespace("NServiceBus"))?.Name,
        };
    }
}
