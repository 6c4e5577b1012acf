using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Resilience that a compilation gives to every client of the factory, wherever it stands: <c>ConfigureHttpClientDefaults</c>, also in
/// set-up methods of other projects that it calls, and set-up methods of unknown source that by their name may do the same.
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
        FactContext context, IReadOnlyList<SyntaxTree> trees, CallerSearch callers, SetupPaths paths, CancellationToken cancellationToken)
    {
        var sources = SourceBodies.Of(context);
        var found = new Found();
        foreach (var tree in trees)
        {
            if (HttpMentions.Of(tree, cancellationToken).HandlerHook is { } hook)
            {
                found.Add(ResilienceCombination.Unreadable(Location.Create(tree, tree.GetRoot(cancellationToken).FindToken(hook).Span)));
            }

            foreach (var invocation in Calls(tree, context, cancellationToken))
            {
                var operation = sources.At(invocation, cancellationToken);
                if (operation is null || DevelopmentOnly.Covers(operation))
                {
                    continue;
                }

                if (operation is IInvocationOperation call)
                {
                    Read(call, found, context, callers, cancellationToken);
                }
                else if (MayConfigure(invocation, context.Model(tree), context, cancellationToken))
                {
                    found.Add(ResilienceCombination.Unreadable(invocation.GetLocation()));
                }
            }
        }

        OfLibraries(found, context, callers, paths, cancellationToken);
        return new(found.Resilience, found.Handlers, found.Foreign);
    }

    private static void OfLibraries(Found found, FactContext context, CallerSearch callers, SetupPaths paths, CancellationToken cancellationToken)
    {
        foreach (var (node, path) in paths.Into(tree => Calls(tree, context, cancellationToken)))
        {
            if (path.IsDevelopmentOnly || SourceBodies.Of(context).At(node, cancellationToken) is not { } operation || DevelopmentOnly.Covers(operation))
            {
                continue;
            }

            if (operation is IInvocationOperation call)
            {
                Read(call, found, context.Through(path.Arguments), callers, cancellationToken);
            }
            else if (IsDefault(node))
            {
                found.Add(ResilienceCombination.Unreadable(node.GetLocation()));
            }
        }

        foreach (var node in context.Sources.Referenced.SelectMany(l => l.SyntaxTrees).SelectMany(t => Calls(t, context, cancellationToken)).Where(IsDefault))
        {
            if (paths.RunsOnItsOwn(node))
            {
                found.Add(ResilienceCombination.Unreadable(node.GetLocation()));
            }
        }
    }

    private static bool IsDefault(InvocationExpressionSyntax call) => TreeNames.NameOf(call) == "ConfigureHttpClientDefaults";

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

    private static void Read(IInvocationOperation call, Found found, FactContext context, CallerSearch callers, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (method.Name == "ConfigureHttpClientDefaults" && context.Is(method.ContainingType, FactoryExtensions))
        {
            if (call.Arguments.Argument("configure") is { } configure)
            {
                found.Add(ReadConfigure(configure, found.Handlers, context, callers, cancellationToken));
            }

            return;
        }

        if (!Array.Exists(SetupTypes, t => context.IsOrInherits(call.Receiver()?.Core().Type, t)))
        {
            return;
        }

        var mayConfigure = ResilienceNames.IsServiceDefaults(method.Name) || (ResilienceNames.Speaks(method.Name) && !IsKnownLibrary(method));
        if (context.Options.ResilienceMethods.Contains(method.Name)
            || (mayConfigure && SourceBodies.Of(context).Of(method, cancellationToken) is null))
        {
            found.Add(ResilienceCombination.Unreadable(call.Syntax.GetLocation()));
            found.Foreign ??= call;
        }
    }

    /// <summary>True for a set-up method, of a library that is not at hand, that by its name may give resilience to every client.</summary>
    private static bool MayConfigure(InvocationExpressionSyntax call, SemanticModel model, FactContext context, CancellationToken cancellationToken) =>
        TreeNames.NameOf(call) is { } name
        && (ResilienceNames.IsServiceDefaults(name) || ResilienceNames.Speaks(name))
        && UnboundCalls.Receiver(call, model, cancellationToken) is { } receiver
        && Array.Exists(SetupTypes, t => context.IsOrInherits(receiver, t));

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

        if (body.Descendants().Any(o => o is IInvalidOperation { Syntax: InvocationExpressionSyntax unbound } && TreeNames.NameOf(unbound) is { } name && ResilienceNames.Speaks(name)))
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

    /// <summary>What was found so far.</summary>
    private sealed class Found
    {
        public ResilienceFact Resilience { get; private set; } = ResilienceFact.Nothing;

        public List<HandlerStep> Handlers { get; } = [];

        public IInvocationOperation? Foreign { get; set; }

        public void Add(ResilienceFact more) => Resilience = Resilience.And(more);
    }
}
