using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Collects the clients of a compilation: registrations and constructions first, then what is assigned to them, then their
/// calls. Only files that mention a name are bound, and of them only the expressions that carry it.
/// </summary>
internal sealed class ClientIndex
{
    private const string FactoryExtensions = "Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions";
    private const string GrpcExtensions = "Microsoft.Extensions.DependencyInjection.GrpcClientServiceExtensions";
    private const string GrpcChannel = "Grpc.Net.Client.GrpcChannel";
    private const string RestService = "Refit.RestService";

    private readonly FactContext _context;
    private readonly IReadOnlyList<SyntaxTree> _trees;
    private readonly CancellationToken _cancellationToken;
    private readonly SourceBodies _sources;
    private readonly CallerSearch _callers;
    private readonly ClientSetup _setup;
    private readonly List<ClientDraft> _drafts = [];
    private readonly Dictionary<string, ClientDraft> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<ClientOrigin.Creation, ClientDraft> _byCreation = [];
    private readonly List<(ClientDraft Draft, int Index, IInvocationOperation Call)> _calls = [];
    private int _candidates;
    private int _bound;

    public ClientIndex(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        _context = context;
        _trees = trees;
        _cancellationToken = cancellationToken;
        _sources = SourceBodies.Of(context);
        _callers = new CallerSearch(context, trees);
        _setup = new ClientSetup(context, _callers, cancellationToken);
    }

    /// <summary>True for names of methods that register or make a client.</summary>
    public static bool Introduces(string method) => HttpMentions.Registers(method) || HttpMentions.Constructs(method);

    public Extracted<ClientFact> Build()
    {
        Visit<InvocationExpressionSyntax, IInvocationOperation>(m => m.Registrations, Register);
        Visit<ExpressionSyntax, IOperation>(m => m.Constructions, Construct);
        Visit<AssignmentExpressionSyntax, ISimpleAssignmentOperation>(m => m.Settings, Set);
        Visit<InvocationExpressionSyntax, IInvocationOperation>(m => m.Calls, Call);
        CallInterfaces();
        if (_drafts.Count == 0)
        {
            return new([], _candidates, _bound);
        }

        var defaults = ResilienceDefaults.Of(_context, _trees, _callers, _cancellationToken);
        AskCallers(defaults);
        return new([.. _drafts.Select(d => d.Finish(defaults))], _candidates, _bound);
    }

    private void Visit<TSyntax, TOperation>(Func<HttpMentions, IReadOnlyList<int>> positions, Action<TOperation> visit)
        where TSyntax : ExpressionSyntax
        where TOperation : class, IOperation
    {
        foreach (var tree in _trees)
        {
            foreach (var position in positions(HttpMentions.Of(tree, _cancellationToken)))
            {
                _cancellationToken.ThrowIfCancellationRequested();
                _candidates++;
                var node = tree.GetRoot(_cancellationToken).FindToken(position).Parent;
                SyntaxNode? expression = node is SimpleNameSyntax name && typeof(TSyntax) != typeof(AssignmentExpressionSyntax)
                    ? HttpMentions.InvocationOf(name)
                    : node?.FirstAncestorOrSelf<TSyntax>();
                if (expression is not null && _sources.At(expression, _cancellationToken) is TOperation operation)
                {
                    _bound++;
                    visit(operation);
                }
            }
        }
    }

    private void Register(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        var first = method.TypeArguments.FirstOrDefault();
        if (method.Name == "AddHttpClient" && _context.Is(type, FactoryExtensions))
        {
            var name = call.Arguments.Argument("name");
            if (name is null && first is null)
            {
                return; // AddHttpClient() alone registers the factory, no client.
            }

            var draft = OfName(
                name is null ? first!.Name : ClientNames.Of(name, _context, _cancellationToken), first is null ? ClientKind.Named : ClientKind.Typed, call);
            ClientSetup.AddTypes(draft, call);
            _setup.Read(draft, call);
        }
        else if (method.Name == "AddGrpcClient" && first is not null && _context.Is(type, GrpcExtensions))
        {
            var draft = OfName(first.Name, ClientKind.Typed, call);
            draft.IsGrpc = true;
            _setup.Read(draft, call);
        }
        else if (first is INamedTypeSymbol contract && type.IsInNamespace("Refit") && type.Name == "HttpClientFactoryExtensions")
        {
            var draft = OfName(contract.Name, ClientKind.Refit, call);
            ClientSetup.AddTypes(draft, call);
            _setup.Read(draft, call);
        }
    }

    /// <summary>The draft of a registered name; registrations of the same name are one client.</summary>
    private ClientDraft OfName(string name, ClientKind kind, IInvocationOperation call)
    {
        if (!_byName.TryGetValue(name, out var draft))
        {
            draft = Add(new ClientDraft(name, kind, NameLocation(call)) { IsFromFactory = true }, call);
            _byName.Add(name, draft);
            return draft;
        }

        draft.IsDevelopmentOnly &= DevelopmentOnly.Covers(call);
        if (draft.Kind == ClientKind.Named)
        {
            draft.Kind = kind;
        }

        return draft;
    }

    private ClientDraft Add(ClientDraft draft, IOperation introduction)
    {
        draft.IsDevelopmentOnly = DevelopmentOnly.Covers(introduction);
        _drafts.Add(draft);
        return draft;
    }

    /// <summary>The name of the called method: short enough to squiggle, and inside the call for a fix to find.</summary>
    public static Location NameLocation(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax invocation
        ? (invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            var other => other,
        }).GetLocation()
        : call.Syntax.GetLocation();

    private void Construct(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation when _context.Is(creation.Type, HttpMethods.HttpClient):
                ConstructClient(creation);
                break;
            case IInvocationOperation create when FactoryCalls.IsCreateClient(create, _context):
                CreateFromFactory(create);
                break;
            case IInvocationOperation { TargetMethod: { Name: "ForAddress" } method } channel when _context.Is(method.ContainingType, GrpcChannel):
                var draft = Add(new ClientDraft(ContainingTypeName(channel), ClientKind.AdHoc, NameLocation(channel)) { IsGrpc = true }, channel);
                if (channel.Arguments.Argument("address") is { } address)
                {
                    draft.Addresses.Add(AddressResolver.Resolve(address, _context, _cancellationToken));
                }

                break;
            case IInvocationOperation { TargetMethod: { Name: "For" } method } rest
                when _context.Is(method.ContainingType, RestService) && method.TypeArguments.FirstOrDefault() is INamedTypeSymbol contract:
                ConstructRefit(rest, contract);
                break;
        }
    }

    private void ConstructClient(IObjectCreationOperation creation)
    {
        var draft = Add(new ClientDraft(ContainingTypeName(creation), ClientKind.AdHoc, creation.Syntax.GetLocation()), creation);
        _byCreation[new(creation.Syntax.SyntaxTree, creation.Syntax.SpanStart)] = draft;
        if (creation.Arguments.Argument("handler") is { } handler)
        {
            draft.Resilience = HandlerReader.Read(handler, _context, _cancellationToken);
        }
    }

    private void CreateFromFactory(IInvocationOperation create)
    {
        var name = create.Arguments.Argument("name") is { } argument ? ClientNames.Of(argument, _context, _cancellationToken) : "";
        if (name.Length == 0)
        {
            var draft = Add(new ClientDraft(ContainingTypeName(create), ClientKind.AdHoc, NameLocation(create)) { IsFromFactory = true }, create);
            _byCreation[new(create.Syntax.SyntaxTree, create.Syntax.SpanStart)] = draft;
        }
        else if (!_byName.ContainsKey(name))
        {
            var unregistered = new ClientDraft(name, ClientKind.Named, NameLocation(create)) { IsFromFactory = true, IsRegistered = false };
            _byName.Add(name, Add(unregistered, create));
        }
    }

    private void ConstructRefit(IInvocationOperation rest, INamedTypeSymbol contract)
    {
        ClientDraft? draft;
        if (rest.Arguments.Argument("hostUrl") is { } host)
        {
            draft = Add(new ClientDraft(contract.Name, ClientKind.Refit, NameLocation(rest)), rest);
            draft.Addresses.Add(AddressResolver.Resolve(host, _context, _cancellationToken));
            if (rest.Arguments.Argument("settings") is { } settings && settings.AssignmentsTo("HttpMessageHandlerFactory").Any())
            {
                draft.Resilience = ResilienceCombination.Unreadable(settings.Syntax.GetLocation());
            }
        }
        else
        {
            draft = rest.Arguments.Argument("client") is { } client ? OfOrigin(ClientOrigin.Of(client, _context, _cancellationToken)).FirstOrDefault() : null;
            draft ??= Add(new ClientDraft(contract.Name, ClientKind.Refit, NameLocation(rest)) { IsRegistered = false }, rest);
        }

        draft.Types.Add(contract);
        draft.Kind = ClientKind.Refit;
    }

    private void Set(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Instance: { } client } target || !_context.Is(target.Property.ContainingType, HttpMethods.HttpClient))
        {
            return;
        }

        foreach (var draft in OfOrigin(ClientOrigin.Of(client, _context, _cancellationToken)))
        {
            _setup.Read(draft, assignment);
        }
    }

    private void Call(IInvocationOperation call)
    {
        if (!HttpMethods.IsCall(call, _context))
        {
            return;
        }

        foreach (var draft in OfOrigin(ClientOrigin.Of(call.Receiver(), _context, _cancellationToken)))
        {
            Add(draft, HttpCalls.Read(call, _context, _cancellationToken), call);
        }
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
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, from))
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
                    var protection = CallProtection.Of(call, _context, _cancellationToken);
                    var isUnsafe = verb is not ("GetAttribute" or "HeadAttribute" or "OptionsAttribute");
                    Add(draft, new(method.Name, isUnsafe, protection.Outcome, protection.IsPiped, null, call.Syntax.GetLocation()), call);
                }
            }
        }
    }

    /// <summary>Looks one step further out for the clients that nothing else protects.</summary>
    private void AskCallers(ResilienceFact defaults)
    {
        foreach (var (draft, index, call) in _calls)
        {
            if (!draft.Resilience.IsPresentOrUnknown && !(draft.IsFromFactory && defaults.IsPresentOrUnknown))
            {
                draft.Calls[index] = HttpCalls.WithCallers(draft.Calls[index], call, _context, _callers, _cancellationToken);
            }
        }
    }

    private static string ContainingTypeName(IOperation operation)
    {
        var type = operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type?.Identifier.ValueText ?? "Program";
    }
}
