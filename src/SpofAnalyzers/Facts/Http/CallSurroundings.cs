using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// What happens when a call fails. A call that fails its own method may still be caught where that method is called, and a call may be
/// made only where another one has failed. All calls are added first, because each may stand in for any other.
/// </summary>
internal sealed class CallSurroundings(FactContext context, CallerSearch callers, CancellationToken cancellationToken)
{
    private const int MaxCallerHops = 2;

    private readonly Dictionary<IInvocationOperation, IReadOnlyList<CallContext>> _contexts = [];
    private readonly Dictionary<(ISymbol Method, int Hops), IReadOnlyList<(IInvocationOperation Call, CallContext Context)>> _ofCallers = [];
    private readonly Dictionary<(SyntaxTree Tree, int Start), List<(Location Call, ISymbol? Receiver)>> _tried = [];

    public void Add(IInvocationOperation call, Location location)
    {
        if (_contexts.ContainsKey(call))
        {
            return;
        }

        var contexts = Of(call, MaxCallerHops);
        _contexts.Add(call, contexts);
        foreach (var use in contexts.SelectMany(c => c.Attempts).Distinct())
        {
            if (!_tried.TryGetValue((use.Tree, use.Start), out var calls))
            {
                _tried.Add((use.Tree, use.Start), calls = []);
            }

            calls.Add((location, use.Receiver));
        }
    }

    /// <summary>The call with what surrounds it. Of the ways in which it is made, one where nothing takes its place decides.</summary>
    public CallSite Around(CallSite site, IInvocationOperation call)
    {
        var contexts = _contexts[call];
        var failing = contexts.Where(c => c.Outcome is CallOutcome.Propagates or CallOutcome.Rethrows).ToList();
        failing = failing.Count > 0 ? failing : [.. contexts.Where(c => c.Outcome == CallOutcome.Unknown)];
        var deciding = failing.Count > 0 ? failing : contexts;
        var firsts = deciding.Select(c => FirstsOf(c, site.Location)).ToList();
        var own = deciding.Where((_, i) => firsts[i] is null).ToList();
        return site with
        {
            Outcome = (own.Count > 0 ? own : deciding)[0].Outcome,
            IsPiped = deciding.All(c => c.IsPiped),
            IsAlternative = own.Count == 0,
            AlternativeOf = own.Count == 0 ? [.. firsts.SelectMany(f => f!).Distinct()] : [],
            Phase = CodePhase.InHostedType(call, method => callers.Of(method, cancellationToken)),
        };
    }

    /// <summary>The calls that must have failed before this one is made; empty when they are not known, null when there are none.</summary>
    private IReadOnlyList<Location>? FirstsOf(CallContext made, Location self)
    {
        foreach (var use in made.Failed)
        {
            if (_tried.TryGetValue((use.Tree, use.Start), out var tried))
            {
                // Through one interface a call reaches all who implement it, but two fields of it are two of them.
                return [.. tried.Where(t => t.Call != self || t.Receiver is null || SymbolsAcross.Comparer.Equals(t.Receiver, use.Receiver)).Select(t => t.Call)];
            }
        }

        return made.Failed.Any(f => f.Awaits) ? [] : null;
    }

    private IReadOnlyList<CallContext> Of(IOperation call, int hops)
    {
        var own = CallContext.Of(call, context, cancellationToken);
        if (hops == 0 || SourceBodies.Of(context).EnclosingMethod(call, cancellationToken) is not { } method)
        {
            return [own];
        }

        var outer = OfCallers(method, hops - 1);
        return outer.Count == 0 ? [own] : [.. outer.Select(o => own.ToldTo(o.Call, context, cancellationToken).Within(o.Context))];
    }

    private IReadOnlyList<(IInvocationOperation Call, CallContext Context)> OfCallers(IMethodSymbol method, int hops)
    {
        var key = (method.OriginalDefinition, hops);
        if (!_ofCallers.TryGetValue(key, out var contexts))
        {
            contexts = [.. callers.Of(method, cancellationToken).SelectMany(c => Of(c, hops).Select(o => (c, o)))];
            _ofCallers[key] = contexts;
        }

        return contexts;
    }
}
