using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Resilience that a compilation gives to every client of the factory, wherever it stands: <c>ConfigureHttpClientDefaults</c>,
/// and set-up methods of other assemblies that by their name may do the same.
/// </summary>
internal static class ResilienceDefaults
{
    private const string FactoryExtensions = "Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions";

    private static readonly string[] SetupTypes =
    [
        "Microsoft.Extensions.DependencyInjection.IServiceCollection",
        "Microsoft.Extensions.Hosting.IHostApplicationBuilder",
        "Microsoft.Extensions.Hosting.IHostBuilder",
        "Microsoft.AspNetCore.Hosting.IWebHostBuilder",
    ];

    public static ClientDefaults Of(
        FactContext context, IReadOnlyList<SyntaxTree> trees, CallerSearch callers, CancellationToken cancellationToken)
    {
        var sources = SourceBodies.Of(context);
        var sum = ResilienceFact.Nothing;
        var handlers = new List<HandlerStep>();
        IInvocationOperation? foreign = null;
        foreach (var tree in trees)
        {
            if (HttpMentions.Of(tree, cancellationToken).HandlerHook is { } hook)
            {
                sum = sum.And(ResilienceCombination.Unreadable(Location.Create(tree, tree.GetRoot(cancellationToken).FindToken(hook).Span)));
            }

            foreach (var invocation in Calls(tree, context, cancellationToken))
            {
                if (sources.At(invocation, cancellationToken) is not IInvocationOperation call || DevelopmentOnly.Covers(call))
                {
                    continue;
                }

                if (IsConfigure(call, context))
                {
                    sum = call.Arguments.Argument("configure") is { } configure
                        ? sum.And(ReadConfigure(configure, handlers, context, callers, cancellationToken)) : sum;
                }
                else if (MayHideDefaults(call, context, cancellationToken))
                {
                    foreign ??= call;
                    sum = sum.And(ResilienceCombination.Unreadable(call.Syntax.GetLocation()));
                }
            }
        }

        return new ClientDefaults(sum, handlers, foreign);
    }

    private static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxTree tree, FactContext context, CancellationToken cancellationToken)
    {
        foreach (var position in HttpMentions.Of(tree, cancellationToken).Wrappers)
        {
            if (tree.GetRoot(cancellationToken).FindToken(position).Parent is SimpleNameSyntax name && TreeNames.InvocationOf(name) is { } call)
            {
                yield return call;
            }
        }

        foreach (var method in context.Options.ResilienceMethods)
        {
            foreach (var call in TreeNames.Of(tree, cancellationToken).Calls(method))
            {
                yield return call;
            }
        }
    }

    private static bool IsConfigure(IInvocationOperation call, FactContext context) =>
        call.TargetMethod.Name == "ConfigureHttpClientDefaults" && context.Is(call.TargetMethod.ContainingType, FactoryExtensions);

    private static bool MayHideDefaults(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (!Array.Exists(SetupTypes, t => context.IsOrInherits(call.Receiver()?.Core().Type, t)))
        {
            return false;
        }

        return context.Options.ResilienceMethods.Contains(method.Name)
            || (SourceBodies.Of(context).Of(method, cancellationToken) is null
                && (ResilienceNames.IsServiceDefaults(method.Name) || (ResilienceNames.Speaks(method.Name) && !IsKnownLibrary(method))));
    }

    /// <summary>Their set-up methods are known: none of them touches the clients (<c>AddResiliencePipeline</c>, <c>AddAuthorizationPolicy…</c>).</summary>
    private static bool IsKnownLibrary(IMethodSymbol method)
    {
        var assembly = method.ContainingAssembly?.Name ?? "";
        return assembly.StartsWith("Microsoft.", StringComparison.Ordinal) || assembly.StartsWith("Polly", StringComparison.Ordinal);
    }

    private static ResilienceFact ReadConfigure(
        IOperation configure, List<HandlerStep> handlers, FactContext context, CallerSearch callers, CancellationToken cancellationToken)
    {
        var sources = SourceBodies.Of(context);
        var parameter = Parameter(configure.Core());
        if (parameter is null || sources.OfDelegate(configure, cancellationToken) is not { } body)
        {
            return ResilienceCombination.Unreadable(configure.Syntax.GetLocation());
        }

        var sum = ResilienceFact.Nothing;
        foreach (var member in BuilderChain.Members(parameter, body, context, callers, cancellationToken))
        {
            var effect = ChainResilience.Read(member.Call, member.IsReadable, context, cancellationToken);
            HandlerStep.Take(member, effect, handlers, context);
            sum = effect.RemovesAll ? ResilienceFact.Nothing : effect.Adds is { } adds ? sum.And(adds) : sum;
        }

        return sum;
    }

    private static IParameterSymbol? Parameter(IOperation function) => function switch
    {
        IDelegateCreationOperation creation => Parameter(creation.Target),
        IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters.FirstOrDefault(),
        IMethodReferenceOperation method => method.Method.OriginalDefinition.Parameters.FirstOrDefault(),
        _ => null,
    };
}
