using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Collects the clients of a compilation: registrations and constructions first, then what is assigned to them, then their
/// calls. Only files that mention a name are bound, and of them only the expressions that carry it.
/// </summary>
internal sealed partial class ClientIndex
{
    private readonly FactContext _context;
    private readonly IReadOnlyList<SyntaxTree> _trees;
    private readonly CancellationToken _cancellationToken;
    private readonly SourceBodies _sources;
    private readonly CallerSearch _callers;
    private readonly SetupPaths _paths;
    private readonly List<ClientDraft> _drafts = [];
    private readonly Dictionary<string, ClientDraft> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<ClientOrigin.Creation, ClientDraft> _byCreation = [];
    private readonly List<(ClientDraft Draft, int Index, IInvocationOperation Call)> _calls = [];
    private readonly List<ClientDraft> _handed = [];
    private readonly Dictionary<SyntaxTree, HttpMentions> _mentions = [];
    private readonly HashSet<string> _namesAsked = new(StringComparer.Ordinal);
    private bool _asksByComputedName;
    private int _candidates;
    private int _bound;

    public ClientIndex(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        _context = context;
        _trees = trees;
        _cancellationToken = cancellationToken;
        _sources = SourceBodies.Of(context);
        _callers = new CallerSearch(context, trees);
        _paths = new SetupPaths(context, _callers, cancellationToken);
        _names = NameMatch.Of(context, cancellationToken);
    }

    /// <summary>Names by which this compilation asks the factory for clients; complete after <see cref="Build"/>.</summary>
    public ClientNamesAsked NamesAsked => new(_namesAsked, _asksByComputedName);

    /// <summary>True for names of methods that register or make a client.</summary>
    public static bool Introduces(string method) => HttpMentions.Registers(method) || HttpMentions.Constructs(method);

    public Extracted<ClientFact> Build()
    {
        Visit<InvocationExpressionSyntax, IInvocationOperation>(m => m.Registrations, Register, RegisterNamed);
        RegisterThroughCalls();
        Visit<ExpressionSyntax, IOperation>(m => m.Constructions, Construct, ConstructNamed);
        Visit<AssignmentExpressionSyntax, ISimpleAssignmentOperation>(m => m.Settings, Set, (_, _) => false);
        Visit<InvocationExpressionSyntax, IInvocationOperation>(m => m.Calls, Call, CallNamed);
        VisitLibraries();
        CallInterfaces();
        _drafts.RemoveAll(d => d.IsTakenOver);
        if (_drafts.Count == 0)
        {
            return new([], _candidates, _bound, _matched);
        }

        var defaults = ReadDefaults();
        Surround();
        var uses = new ClientUses(_context, NamesAsked, _cancellationToken);
        return new([.. _drafts.Select(d => d.Finish(defaults, uses.Of(d)))], _candidates, _bound, _matched);
    }

    /// <summary>What every client of the factory gets.</summary>
    public ClientDefaults ReadDefaults() => ResilienceDefaults.Of(_context, _trees, _callers, _paths, _cancellationToken);

    /// <param name="positions">Where names stand that are looked at.</param>
    /// <param name="visit">Reads what is bound there.</param>
    /// <param name="match">Reads what is not bound there; tells whether its name shows what it is.</param>
    private void Visit<TSyntax, TOperation>(
        Func<HttpMentions, IReadOnlyList<int>> positions, Action<TOperation> visit, Func<ExpressionSyntax, NameMatch, bool> match)
        where TSyntax : ExpressionSyntax
        where TOperation : class, IOperation
    {
        foreach (var tree in _trees)
        {
            foreach (var expression in Mentions<TSyntax>(tree, positions))
            {
                _candidates++;
                if (expression is null)
                {
                    continue;
                }

                if (_sources.At(expression, _cancellationToken) is TOperation and not IInvalidOperation and var operation)
                {
                    _bound++;
                    visit(operation);
                }
                else if (_names is not null && match(expression, _names))
                {
                    _matched++;
                }
            }
        }
    }

    /// <summary>The expressions at the positions; null for one that is something else.</summary>
    private IEnumerable<ExpressionSyntax?> Mentions<TSyntax>(SyntaxTree tree, Func<HttpMentions, IReadOnlyList<int>> positions)
        where TSyntax : ExpressionSyntax
    {
        foreach (var position in positions(MentionsOf(tree)))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var node = tree.GetRoot(_cancellationToken).FindToken(position).Parent;
            yield return node is SimpleNameSyntax name && typeof(TSyntax) != typeof(AssignmentExpressionSyntax)
                ? TreeNames.InvocationOf(name)
                : node?.FirstAncestorOrSelf<TSyntax>();
        }
    }

    private HttpMentions MentionsOf(SyntaxTree tree)
    {
        if (!_mentions.TryGetValue(tree, out var mentions))
        {
            _mentions.Add(tree, mentions = HttpMentions.Of(tree, ClientTypeNames.Of(_context, _cancellationToken), _cancellationToken));
        }

        return mentions;
    }

    private void Set(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Instance: { } client } target || !_context.Is(target.Property.ContainingType, HttpMethods.HttpClient))
        {
            return;
        }

        foreach (var draft in OfOrigin(ClientOrigin.Of(client, _context, _cancellationToken)))
        {
            new ClientSetup(_context, _callers, _cancellationToken).Read(draft, assignment);
        }
    }

    private void Call(IInvocationOperation call)
    {
        if (!HttpMethods.IsCall(call, _context))
        {
            return;
        }

        var site = HttpCalls.Read(call, _context, _cancellationToken);
        var drafts = OfReceiver(call.Receiver());
        if (drafts.Count == 0 && site.Address is not null)
        {
            drafts = [Handed(call)];
        }

        foreach (var draft in drafts)
        {
            Add(draft, site, call);
        }
    }

    /// <summary>The clients that a receiver is; for a parameter of a method, those that its callers pass.</summary>
    private List<ClientDraft> OfReceiver(IOperation? receiver)
    {
        var drafts = OfOrigin(ClientOrigin.Of(receiver, _context, _cancellationToken)).ToList();
        if (drafts.Count == 0 && receiver?.Core() is IParameterReferenceOperation
            { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } parameter })
        {
            foreach (var caller in _callers.Of(method, _cancellationToken))
            {
                drafts.AddRange(OfOrigin(ClientOrigin.Of(caller.Arguments.Argument(parameter.Name), _context, _cancellationToken)).Where(d => !drafts.Contains(d)));
            }
        }

        return drafts;
    }

    /// <summary>A client that the code is handed by whoever made it. What the call names in full is depended on all the same.</summary>
    private ClientDraft Handed(IInvocationOperation call)
    {
        var name = ContainingTypeName(call);
        var isDevelopmentOnly = DevelopmentOnly.Covers(call);
        if (_handed.Find(d => d.Name == name && d.IsDevelopmentOnly == isDevelopmentOnly) is { } known)
        {
            return known;
        }

        var draft = Add(new ClientDraft(name, ClientKind.AdHoc, call.NameLocation()) { IsRegistered = false }, call);
        _handed.Add(draft);
        return draft;
    }

    private void Add(ClientDraft draft, CallSite site, IInvocationOperation call)
    {
        _calls.Add((draft, draft.Calls.Count, call));
        draft.Calls.Add(site);
    }

    private IEnumerable<ClientDraft> OfOrigin(ClientOrigin? origin)
    {
        switch (origin)
        {
            case ClientOrigin.Creation creation when _byCreation.TryGetValue(creation, out var created):
                return [created];
            case ClientOrigin.Named named when _byName.TryGetValue(named.Name, out var registered):
                return [registered];
            case ClientOrigin.Injected injected:
                return _drafts.Where(d => d.Kind != ClientKind.Refit && d.Types.Exists(t => IsOrDerives(t, injected.Type)));
            default:
                return [];
        }
    }

    private static bool IsOrDerives(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolsAcross.Comparer.Equals(current.OriginalDefinition, from))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Calls of the methods of Refit interfaces.</summary>
    private void CallInterfaces()
    {
        foreach (var draft in _drafts.Where(d => d.Kind == ClientKind.Refit))
        {
            foreach (var method in draft.Types.SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).Where(m => m.MethodKind == MethodKind.Ordinary))
            {
                var verb = method.GetAttributes().Select(a => a.AttributeClass).FirstOrDefault(a => a.IsInNamespace("Refit"))?.Name;
                foreach (var call in _callers.Of(method, _cancellationToken))
                {
                    var isUnsafe = verb is not ("GetAttribute" or "HeadAttribute" or "OptionsAttribute");
                    Add(draft, new(method.Name, isUnsafe, CallOutcome.Propagates, IsPiped: false, null, call.Syntax.GetLocation()), call);
                }
            }
        }
    }

    /// <summary>Finds out what happens when each call fails, and which calls stand in for which.</summary>
    private void Surround()
    {
        var surroundings = new CallSurroundings(_context, _callers, _cancellationToken);
        foreach (var (draft, index, call) in _calls.Where(c => !c.Draft.IsTakenOver))
        {
            surroundings.Add(call, draft.Calls[index].Location);
        }

        var unused = new UnusedTypes(_context, _trees, _cancellationToken);
        foreach (var (draft, index, call) in _calls.Where(c => !c.Draft.IsTakenOver))
        {
            draft.Calls[index] = surroundings.Around(draft.Calls[index], call) with { UnusedType = unused.Around(call.Syntax) };
        }
    }
}
