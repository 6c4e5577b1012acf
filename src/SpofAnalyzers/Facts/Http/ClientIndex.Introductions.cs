using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <content>Registrations and constructions: what introduces a client.</content>
internal sealed partial class ClientIndex
{
    private const string FactoryExtensions = "Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions";
    private const string GrpcExtensions = "Microsoft.Extensions.DependencyInjection.GrpcClientServiceExtensions";
    private const string GrpcChannel = "Grpc.Net.Client.GrpcChannel";
    private const string RestService = "Refit.RestService";

    private void Register(IInvocationOperation call) => Register(new Introduction(call, _context, null));

    private void Register(Introduction introduction)
    {
        var (call, context) = ((IInvocationOperation)introduction.Call, introduction.Context);
        var method = call.TargetMethod;
        var type = method.ContainingType;
        var first = method.TypeArguments.FirstOrDefault() is { } argument ? context.Arguments.Of(argument) : null;
        var setup = new ClientSetup(context, _callers, _cancellationToken);
        if (method.Name == "AddHttpClient" && _context.Is(type, FactoryExtensions))
        {
            var name = call.Arguments.Argument("name");
            if (name is null && first is null)
            {
                return; // AddHttpClient() alone registers the factory, no client.
            }

            var draft = OfName(
                name is null ? first!.Name : ClientNames.Of(name, context, _cancellationToken), first is null ? ClientKind.Named : ClientKind.Typed, introduction);
            draft.IsUseShown &= first is not ITypeParameterSymbol && (name is null || ClientNames.Constant(name, context, _cancellationToken) is not null);
            setup.AddTypes(draft, call);
            setup.Read(draft, call);
        }
        else if (method.Name == "AddGrpcClient" && first is not null && _context.Is(type, GrpcExtensions))
        {
            var draft = OfName(first.Name, ClientKind.Typed, introduction);
            draft.IsGrpc = true;
            draft.IsUseShown &= first is not ITypeParameterSymbol;
            setup.Read(draft, call);
        }
        else if (first is INamedTypeSymbol contract && type.IsInNamespace("Refit") && type.Name == "HttpClientFactoryExtensions")
        {
            var draft = OfName(contract.Name, ClientKind.Refit, introduction);
            setup.AddTypes(draft, call);
            setup.Read(draft, call);
        }
    }

    /// <summary>The draft of a registered name; registrations of the same name are one client.</summary>
    private ClientDraft OfName(string name, ClientKind kind, Introduction introduction)
    {
        var isTakenOver = _paths.IsTakenOver(introduction.Start.Syntax);
        if (!_byName.TryGetValue(name, out var draft))
        {
            draft = new ClientDraft(name, kind, introduction.Start.NameLocation())
            {
                IsFromFactory = true,
                IsUseShown = true,
                IsTakenOver = isTakenOver,
                IsDevelopmentOnly = introduction.IsDevelopmentOnly,
                Registration = introduction.Path is null ? null : introduction.Call.NameLocation(),
            };
            _drafts.Add(draft);
            _byName.Add(name, draft);
            return draft;
        }

        draft.IsTakenOver &= isTakenOver;
        draft.IsDevelopmentOnly &= introduction.IsDevelopmentOnly;
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
                var draft = Add(new ClientDraft(ContainingTypeName(channel), ClientKind.AdHoc, channel.NameLocation()) { IsGrpc = true }, channel);
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
        if (creation.User() is IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol user } }
            && !user.DeclaringSyntaxReferences.IsEmpty)
        {
            draft.Types.Add(user.OriginalDefinition);
        }

        if (creation.Arguments.Argument("handler") is { } handler)
        {
            draft.Resilience = HandlerReader.Read(handler, _context, _cancellationToken);
        }
    }

    private void CreateFromFactory(IInvocationOperation create)
    {
        var argument = create.Arguments.Argument("name");
        var name = argument is null ? "" : ClientNames.Of(argument, _context, _cancellationToken);
        _namesAsked.Add(name);
        _asksByComputedName |= argument is not null && ClientNames.Constant(argument, _context, _cancellationToken) is null;
        if (name.Length == 0)
        {
            var draft = Add(new ClientDraft(ContainingTypeName(create), ClientKind.AdHoc, create.NameLocation()) { IsFromFactory = true }, create);
            _byCreation[new(create.Syntax.SyntaxTree, create.Syntax.SpanStart)] = draft;
        }
        else if (!_byName.ContainsKey(name))
        {
            var unregistered = new ClientDraft(name, ClientKind.Named, create.NameLocation()) { IsFromFactory = true, IsRegistered = false };
            _byName.Add(name, Add(unregistered, create));
        }
    }

    private void ConstructRefit(IInvocationOperation rest, INamedTypeSymbol contract)
    {
        ClientDraft? draft;
        if (rest.Arguments.Argument("hostUrl") is { } host)
        {
            draft = Add(new ClientDraft(contract.Name, ClientKind.Refit, rest.NameLocation()), rest);
            draft.Addresses.Add(AddressResolver.Resolve(host, _context, _cancellationToken));
            if (rest.Arguments.Argument("settings") is { } settings && settings.AssignmentsTo("HttpMessageHandlerFactory").Any())
            {
                draft.Resilience = ResilienceCombination.Unreadable(settings.Syntax.GetLocation());
            }
        }
        else
        {
            draft = rest.Arguments.Argument("client") is { } client ? OfOrigin(ClientOrigin.Of(client, _context, _cancellationToken)).FirstOrDefault() : null;
            draft ??= Add(new ClientDraft(contract.Name, ClientKind.Refit, rest.NameLocation()) { IsRegistered = false }, rest);
        }

        draft.Types.Add(contract.OriginalDefinition);
        draft.Kind = ClientKind.Refit;
    }

    private static string ContainingTypeName(IOperation operation)
    {
        var type = operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type?.Identifier.ValueText ?? "Program";
    }

    /// <summary>A registration, and the way that leads to it where it stands in a set-up method of another project.</summary>
    private sealed record Introduction(IOperation Call, FactContext Context, SetupPath? Path)
    {
        /// <summary>What brings the registration about in this project.</summary>
        public IOperation Start => Path?.Call ?? Call;

        public bool IsDevelopmentOnly => Path?.IsDevelopmentOnly == true || DevelopmentOnly.Covers(Call);
    }
}
