using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What one member of a client's builder chain does to its resilience.</summary>
/// <param name="Adds">Null when it adds nothing.</param>
/// <param name="RemovesAll">True for <c>RemoveAllResilienceHandlers</c>, which also takes away what the defaults added.</param>
internal readonly record struct ChainResilience(ResilienceFact? Adds, bool RemovesAll)
{
    private const string ResilienceExtensions = "Microsoft.Extensions.DependencyInjection.ResilienceHttpClientBuilderExtensions";
    private const string PollyExtensions = "Microsoft.Extensions.DependencyInjection.PollyHttpClientBuilderExtensions";
    private const string BuilderExtensions = "Microsoft.Extensions.DependencyInjection.HttpClientBuilderExtensions";

    /// <param name="member">A call that receives the builder.</param>
    /// <param name="isReadable">True when the caller reads the body of the called method itself.</param>
    /// <param name="context">The compilation.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ChainResilience Read(IInvocationOperation member, bool isReadable, FactContext context, CancellationToken cancellationToken)
    {
        var method = member.TargetMethod;
        var type = method.ContainingType;
        if (context.Is(type, ResilienceExtensions))
        {
            return FromResilienceExtensions(member, context, cancellationToken);
        }

        if (context.Is(type, PollyExtensions))
        {
            return new(FromPollyExtensions(member, context, cancellationToken), false);
        }

        if (context.Is(type, BuilderExtensions))
        {
            return new(FromBuilderExtensions(member, context, cancellationToken), false);
        }

        // What follows the standard handlers only configures them.
        var configures = type.IsInNamespace("Microsoft") && member.Receiver()?.Type is { Name: var builder } && builder != "IHttpClientBuilder";
        var isNamed = context.Options.ResilienceMethods.Contains(method.Name)
            || (!isReadable && !configures && ResilienceNames.Speaks(method.Name));
        return isNamed ? new(ResilienceCombination.Unreadable(member.Syntax.GetLocation()), false) : default;
    }

    private static ChainResilience FromResilienceExtensions(IInvocationOperation member, FactContext context, CancellationToken cancellationToken)
    {
        var here = member.Syntax.GetLocation();
        return member.TargetMethod.Name switch
        {
            "AddStandardResilienceHandler" => new(Configured(ResilienceCombination.StandardHandler, member, context, cancellationToken).At(here), false),
            "AddStandardHedgingHandler" => new(Configured(ResilienceCombination.StandardHedgingHandler, member, context, cancellationToken).At(here), false),
            "AddResilienceHandler" when member.Arguments.Argument("configure") is { } configure =>
                new(PipelineReader.ReadDelegate(configure, context, cancellationToken), false),
            "RemoveAllResilienceHandlers" => new(null, true),
            _ => default,
        };
    }

    /// <summary>The defaults of a standard handler, corrected by what its options delegates state.</summary>
    private static ResilienceFact Configured(
        ResilienceFact standard, IInvocationOperation member, FactContext context, CancellationToken cancellationToken)
    {
        var result = standard;
        IOperation? link = member;
        while (link is IInvocationOperation invocation && (link == member || invocation.TargetMethod.Name == "Configure"))
        {
            if (invocation.Arguments.Argument("section") is not null)
            {
                result = result with { Retries = null, TimeoutSeconds = null };
            }

            var options = invocation.Arguments.Argument("configure");
            if (options is not null && SourceBodies.Of(context).OfDelegate(options, cancellationToken) is { } body)
            {
                result = Corrected(result, body);
            }

            link = link.User() is IArgumentOperation { Parent: IInvocationOperation next } ? next : link.User();
        }

        return result;
    }

    private static ResilienceFact Corrected(ResilienceFact standard, IOperation options)
    {
        var result = standard;
        foreach (var retries in options.AssignmentsTo("MaxRetryAttempts"))
        {
            result = result with { Retries = retries.Value.ConstantNumber() };
        }

        foreach (var timeout in options.AssignmentsTo("Timeout"))
        {
            if (timeout.Target is IPropertyReferenceOperation { Instance: IPropertyReferenceOperation { Property.Name: "AttemptTimeout" or "Timeout" } })
            {
                result = result with { TimeoutSeconds = timeout.Value.Seconds() };
            }
        }

        return result;
    }

    private static ResilienceFact? FromPollyExtensions(IInvocationOperation member, FactContext context, CancellationToken cancellationToken)
    {
        switch (member.TargetMethod.Name)
        {
            case "AddPolicyHandler":
            case "AddTransientHttpErrorPolicy":
                var policy = member.Arguments.FirstOrDefault(a => a.Parameter is { Ordinal: > 0 })?.Value;
                return policy is null ? null : PolicyReader.ReadReturned(policy, context, cancellationToken);
            case "AddPolicyHandlerFromRegistry":
                return ResilienceCombination.Unreadable(member.Syntax.GetLocation());
            default:
                return null;
        }
    }

    private static ResilienceFact? FromBuilderExtensions(IInvocationOperation member, FactContext context, CancellationToken cancellationToken)
    {
        var method = member.TargetMethod;
        if (method.Name is not ("AddHttpMessageHandler" or "ConfigurePrimaryHttpMessageHandler" or "ConfigureAdditionalHttpMessageHandlers"))
        {
            return null;
        }

        if (method.TypeArguments.Length == 1)
        {
            return HandlerReader.Read(method.TypeArguments[0], member.Syntax.GetLocation(), context, cancellationToken);
        }

        var function = member.Arguments.FirstOrDefault(a => a.Parameter is { Ordinal: > 0 })?.Value;
        if (function is null)
        {
            return null;
        }

        if (SourceBodies.Of(context).OfDelegate(function, cancellationToken) is not { } body)
        {
            return ResilienceCombination.Unreadable(function.Syntax.GetLocation());
        }

        return SourceBodies.Returned(body).Any()
            ? HandlerReader.ReadReturned(function, context, cancellationToken)
            : body.Descendants().OfType<IObjectCreationOperation>()
                .Where(c => context.IsOrInherits(c.Type, "System.Net.Http.DelegatingHandler"))
                .Aggregate(ResilienceFact.Nothing, (sum, handler) => sum.And(HandlerReader.Read(handler, context, cancellationToken)));
    }
}
