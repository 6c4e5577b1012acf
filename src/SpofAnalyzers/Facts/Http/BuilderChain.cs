using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Follows a client builder to every call that receives it: along the chain, through locals, out of the method that returns
/// it, and into the methods that take it, where their source is known.
/// </summary>
internal sealed class BuilderChain
{
    private const int MaxHops = 4;

    private readonly FactContext _context;
    private readonly SourceBodies _sources;
    private readonly CallerSearch _callers;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<IOperation> _seen = [];
    private readonly List<BuilderMember> _members = [];

    /// <summary>The call through which the chain went into a wrapper; null outside of wrappers.</summary>
    private IInvocationOperation? _wrapper;

    /// <summary>The calls through which the builder came out of the methods that return it, innermost first.</summary>
    private ImmutableArray<IInvocationOperation> _exits = ImmutableArray<IInvocationOperation>.Empty;

    private BuilderChain(FactContext context, CallerSearch callers, CancellationToken cancellationToken)
    {
        _context = context;
        _sources = SourceBodies.Of(context);
        _callers = callers;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Calls that receive the builder, in the order in which they stand.</summary>
    public static IReadOnlyList<BuilderMember> Members(
        IOperation builder, FactContext context, CallerSearch callers, CancellationToken cancellationToken)
    {
        var chain = new BuilderChain(context, callers, cancellationToken);
        chain.Follow(builder, MaxHops);
        return chain._members;
    }

    /// <summary>Calls that receive the parameter of a function (a lambda's builder, a wrapper's <c>this</c>).</summary>
    public static IReadOnlyList<BuilderMember> Members(
        IParameterSymbol builder, IOperation body, FactContext context, CallerSearch callers, CancellationToken cancellationToken)
    {
        var chain = new BuilderChain(context, callers, cancellationToken);
        chain.FollowParameter(builder, body, MaxHops);
        return chain._members;
    }

    private void Follow(IOperation builder, int hops)
    {
        if (hops == 0 || !_seen.Add(builder))
        {
            return;
        }

        switch (builder.User())
        {
            case IArgumentOperation { Parent: IInvocationOperation member } argument:
                Receive(member, argument.Parameter, hops);
                break;
            case IInvocationOperation member:
                Receive(member, null, hops);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable }:
                FollowLocal(variable.Symbol, builder, hops);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local }:
                FollowLocal(local.Local, builder, hops);
                break;
            case IReturnOperation:
                FollowOut(builder, hops);
                break;
        }
    }

    private void Receive(IInvocationOperation member, IParameterSymbol? parameter, int hops)
    {
        if (!_seen.Add(member))
        {
            return;
        }

        var body = _sources.Of(member.TargetMethod, _cancellationToken);
        _members.Add(new(member, body is not null, _wrapper ?? member, _exits));
        if (body is not null && parameter is not null)
        {
            var outer = _wrapper;
            _wrapper ??= member;
            var declared = (member.TargetMethod.ReducedFrom ?? member.TargetMethod).OriginalDefinition.Parameters;
            FollowParameter(declared[parameter.Ordinal], body, hops - 1);
            _wrapper = outer;
        }

        if (IsBuilder(member.Type))
        {
            _seen.Remove(member);
            Follow(member, hops);
        }
    }

    private void FollowParameter(IParameterSymbol parameter, IOperation body, int hops)
    {
        foreach (var use in body.Descendants().OfType<IParameterReferenceOperation>().ToList())
        {
            if (SymbolsAcross.Comparer.Equals(use.Parameter, parameter))
            {
                Follow(use, hops);
            }
        }
    }

    private void FollowLocal(ILocalSymbol local, IOperation origin, int hops)
    {
        foreach (var use in origin.Root().Descendants().OfType<ILocalReferenceOperation>().ToList())
        {
            if (SymbolEqualityComparer.Default.Equals(use.Local, local) && use.Parent is not ISimpleAssignmentOperation { Target: ILocalReferenceOperation })
            {
                Follow(use, hops);
            }
        }
    }

    private void FollowOut(IOperation builder, int hops)
    {
        // What a wrapper returns goes to the call that was followed into it, not to those of other clients.
        if (_wrapper is not null || _sources.EnclosingMethod(builder, _cancellationToken) is not { } method || !IsBuilder(method.ReturnType))
        {
            return;
        }

        foreach (var call in _callers.Of(method, _cancellationToken))
        {
            var inner = _exits;
            _exits = inner.Add(call);
            Follow(call, hops - 1);
            _exits = inner;
        }
    }

    private bool IsBuilder(ITypeSymbol? type) =>
        _context.IsOrInherits(type, "Microsoft.Extensions.DependencyInjection.IHttpClientBuilder")
        || (type is { Name: var name } && name.EndsWith("Builder", StringComparison.Ordinal)
            && type.IsInNamespace("Microsoft") && type.ContainingNamespace.Name is "Resilience");
}

/// <param name="Call">A call that receives the builder.</param>
/// <param name="IsReadable">True when the called method's own body is followed too.</param>
/// <param name="Entry">The call itself, or the wrapper that leads to it: it stands in the code that sets up this client.</param>
/// <param name="Exits">Calls of methods that return the builder, through which it got here; innermost first.</param>
internal readonly record struct BuilderMember(IInvocationOperation Call, bool IsReadable, IInvocationOperation Entry, ImmutableArray<IInvocationOperation> Exits);
