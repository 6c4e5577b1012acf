using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <content>
/// Clients of calls that are not bound to a symbol, told by their names. Nothing shows what stands around such a client or what happens when
/// it fails, so that is left open.
/// </content>
internal sealed partial class ClientIndex
{
    private const string ServiceNamespace = "Microsoft.Extensions.DependencyInjection";

    private readonly NameMatch? _names;
    private int _matched;

    private bool RegisterNamed(ExpressionSyntax expression, NameMatch match)
    {
        if (expression is not InvocationExpressionSyntax call || TreeNames.NameOf(call) is not { } method || !IsRegistration(call, method, match)
            || match.Operation(call) is not { } operation)
        {
            return false;
        }

        var types = TypeArguments(call);
        var named = method == "AddHttpClient" && NameMatch.Argument(call.ArgumentList, "name") is { } argument && match.MayBeText(argument)
            ? match.Operation(argument) : null;
        if (named is null && types is [])
        {
            return method == "AddHttpClient"; // It registers the factory, no client.
        }

        var name = named is null ? TreeNames.NameOf(types[0]) ?? types[0].ToString() : ClientNames.Of(named, _context, _cancellationToken);
        var kind = method.StartsWith("AddRefit", StringComparison.Ordinal) ? ClientKind.Refit : types is [] ? ClientKind.Named : ClientKind.Typed;
        var draft = OfName(name, kind, new Introduction(operation, _context, null));
        draft.IsMatchedByName = true;
        draft.IsTakenOver = false; // Callers take over what is bound.
        draft.IsUseShown = false;
        draft.IsGrpc |= method == "AddGrpcClient";
        draft.Resilience = draft.Resilience.And(ResilienceCombination.Unreadable(operation.NameLocation()));
        draft.Types.AddRange(types.Select(match.TypeOf).OfType<INamedTypeSymbol>().Where(t => t.TypeKind != TypeKind.Error).Select(t => t.OriginalDefinition));
        foreach (var link in Chain(call))
        {
            AddAddress(draft, NamedSettings.Assigned(link.ArgumentList, draft.IsGrpc ? "Address" : "BaseAddress"), match);
        }

        return true;
    }

    private bool IsRegistration(InvocationExpressionSyntax call, string method, NameMatch match) => method switch
    {
        "AddHttpClient" => match.MayCall(call, "IServiceCollection", ["HttpClientFactoryServiceCollectionExtensions"])
            && (match.Names(NamedLibrary.HttpFactory, call) || (_context.Type(FactoryExtensions) is not null && match.Imports([ServiceNamespace], call))),
        "AddGrpcClient" => TypeArguments(call) is not [] && match.MayCall(call, "IServiceCollection", ["GrpcClientServiceExtensions"])
            && match.Names(NamedLibrary.Grpc, call),
        _ => TypeArguments(call) is not [] && match.MayCall(call, "IServiceCollection", ["HttpClientFactoryExtensions"]) && match.Names(NamedLibrary.Refit, call),
    };

    private bool ConstructNamed(ExpressionSyntax expression, NameMatch match) => expression switch
    {
        BaseObjectCreationExpressionSyntax creation when TreeNames.TypeOf(creation) is { } type && TreeNames.NameOf(type) == "HttpClient"
            && match.IsType(type, ["System.Net.Http"]) && match.Operation(creation) is { } operation => CreateNamed(creation, operation, match),
        InvocationExpressionSyntax call when NameMatch.Receiver(call) is { } type && match.Operation(call) is { } operation => TreeNames.NameOf(call) switch
        {
            "ForAddress" when IsNamed(type, "GrpcChannel") && match.IsType(type, ["Grpc.Net.Client"]) =>
                ConnectNamed(new(ContainingTypeName(operation), ClientKind.AdHoc, operation.NameLocation()) { IsGrpc = true }, call, operation, match),
            "For" when IsNamed(type, "RestService") && TypeArguments(call) is [var contract, ..] && match.IsType(type, ["Refit"]) =>
                ConnectNamed(new(TreeNames.NameOf(contract) ?? contract.ToString(), ClientKind.Refit, operation.NameLocation()), call, operation, match),
            _ => false,
        },
        _ => false,
    };

    private bool CreateNamed(BaseObjectCreationExpressionSyntax creation, IOperation operation, NameMatch match)
    {
        var draft = Add(new(ContainingTypeName(operation), ClientKind.AdHoc, creation.GetLocation()) { IsMatchedByName = true }, operation);
        draft.Resilience = ResilienceCombination.Unreadable(draft.Location);
        _byCreation[new(creation.SyntaxTree, creation.SpanStart)] = draft;
        AddAddress(draft, NamedSettings.Assigned(creation, "BaseAddress"), match);
        return true;
    }

    private bool ConnectNamed(ClientDraft draft, InvocationExpressionSyntax call, IOperation operation, NameMatch match)
    {
        if (NameMatch.Argument(call.ArgumentList, "address") is not { } address || !match.MayBeText(address))
        {
            return false;
        }

        draft.IsMatchedByName = true;
        draft.Resilience = ResilienceCombination.Unreadable(draft.Location);
        AddAddress(Add(draft, operation), address, match);
        return true;
    }

    /// <summary>A request of an unknown client to an address that is written in full; anything else may be a call of anything.</summary>
    private bool CallNamed(ExpressionSyntax expression, NameMatch match)
    {
        if (expression is not InvocationExpressionSyntax call || NameMatch.Argument(call.ArgumentList, "requestUri") is not { } uri
            || !match.Imports(["System.Net.Http"], call) || !match.MayCall(call, "HttpClient", ["HttpClient", "HttpClientJsonExtensions"])
            || !match.MayBeText(uri) || match.Operation(call) is not { } operation)
        {
            return false;
        }

        var address = NamedAddress.Of(uri, match, _context, _cancellationToken);
        if (address.Text is not { } text || !text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || UriText.Parse(text) is not { Endpoints.Count: > 0 })
        {
            return false;
        }

        var name = ContainingTypeName(operation);
        var isDevelopmentOnly = DevelopmentOnly.Covers(operation);
        var draft = _drafts.Find(d => d is { IsMatchedByName: true, Kind: ClientKind.AdHoc, IsGrpc: false } && d.Name == name && d.IsDevelopmentOnly == isDevelopmentOnly)
            ?? Add(new(name, ClientKind.AdHoc, operation.NameLocation()) { IsMatchedByName = true, Resilience = ResilienceCombination.Unreadable(operation.NameLocation()) }, operation);
        var method = TreeNames.NameOf(call)!;
        draft.Calls.Add(new(method, !HttpMethods.IsSafe(method), CallOutcome.Unknown, IsPiped: false, address, operation.NameLocation()));
        return true;
    }

    private void AddAddress(ClientDraft draft, ExpressionSyntax? address, NameMatch match)
    {
        if (address is not null)
        {
            draft.Addresses.Add(NamedAddress.Of(address, match, _context, _cancellationToken));
        }
    }

    /// <summary>The registration and the calls on its builder, up to the next registration.</summary>
    private static IEnumerable<InvocationExpressionSyntax> Chain(InvocationExpressionSyntax registration)
    {
        var link = registration;
        while (true)
        {
            yield return link;
            if (link.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } || Introduces(TreeNames.NameOf(next) ?? ""))
            {
                yield break;
            }

            link = next;
        }
    }

    private static IReadOnlyList<TypeSyntax> TypeArguments(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name: GenericNameSyntax name } => name.TypeArgumentList.Arguments,
        MemberBindingExpressionSyntax { Name: GenericNameSyntax name } => name.TypeArgumentList.Arguments,
        GenericNameSyntax name => name.TypeArgumentList.Arguments,
        _ => [],
    };

    private static bool IsNamed(ExpressionSyntax type, string name) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        _ => false,
    };
}
