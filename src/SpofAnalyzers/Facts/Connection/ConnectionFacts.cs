using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>Finds connections to databases, caches and brokers. One operation gives at most one fact, in the analyzers as in the tool.</summary>
internal static class ConnectionFacts
{
    public static Extracted<ConnectionFact> Extract(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var facts = new List<ConnectionFact>();
        var paths = new SetupPaths(context, new CallerSearch(context, trees), cancellationToken);
        var candidates = 0;
        var bound = 0;
        var matched = 0;
        var byName = NameMatch.Of(context, cancellationToken) is { } match ? new NamedConnections(match, context, cancellationToken) : null;
        foreach (var node in trees.SelectMany(t => Candidates(t, cancellationToken)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var operation = context.Model(node.SyntaxTree).GetOperation(node, cancellationToken);
            var isBound = operation is IInvocationOperation or IObjectCreationOperation;
            var made = isBound ? Made(operation!, context, cancellationToken) : null;
            var isTakenOver = made is not null && paths.IsTakenOver(node);
            var fact = made is null ? isBound ? null : byName?.Of(node)
                : isTakenOver ? null
                : Fact(made, null, followUses: true, context, cancellationToken);
            if (fact is not null)
            {
                facts.Add(fact);
            }

            // A "new(…)" was not looked at for its name, so it only counts when it turned out to be one.
            if (fact is not null || isTakenOver || node is not ImplicitObjectCreationExpressionSyntax)
            {
                candidates++;
                bound += isBound ? 1 : 0;
                matched += !isBound && (fact is not null || byName?.Means(node) == true) ? 1 : 0;
            }
        }

        foreach (var (node, path) in paths.Into(tree => Candidates(tree, cancellationToken)))
        {
            var through = context.Through(path.Arguments);
            if (SourceBodies.Of(context).At(node, cancellationToken) is { } operation && Made(operation, through, cancellationToken) is { } made
                && !paths.IsTakenOver(path.Call.Syntax))
            {
                facts.Add(Fact(made, path, followUses: true, through, cancellationToken));
            }
        }

        return new Extracted<ConnectionFact>(facts, candidates, bound, matched);
    }

    /// <summary>Calls and creations that by their name may make a connection, in the order in which they stand.</summary>
    private static IEnumerable<SyntaxNode> Candidates(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var names = TreeNames.Of(tree, cancellationToken);
        return ConnectionApis.MethodNames.SelectMany(n => names.Calls(n)).Where(c => MayConnect(c, cancellationToken)).Cast<SyntaxNode>()
            .Concat(ConnectionApis.TypeNames.SelectMany(n => names.Creations(n)))
            .Concat(names.Creations("").Where(MayConnect))
            .OrderBy(n => n.SpanStart);
    }

    /// <summary>Common names (<c>Create</c>, <c>Connect</c>) only count on the type that they belong to, or where <c>using static</c> may mean it.</summary>
    private static bool MayConnect(InvocationExpressionSyntax call, CancellationToken cancellationToken)
    {
        var owner = TreeNames.NameOf(call) switch
        {
            "Create" => "NpgsqlDataSource",
            "Connect" or "ConnectAsync" => "ConnectionMultiplexer",
            "AddServer" => "",
            _ => null,
        };
        return owner is "" ? TreeSummary.Of(call.SyntaxTree, cancellationToken).MayMention("AddEnyimMemcached") : owner is null || call.Expression switch
        {
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText == owner,
            MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText == owner,
            SimpleNameSyntax => TreeSummary.Of(call.SyntaxTree, cancellationToken).MayMention(owner),
            _ => false,
        };
    }

    /// <summary>A <c>new(…)</c> whose type only binding tells: looked at when it is given a text or sets a host.</summary>
    private static bool MayConnect(BaseObjectCreationExpressionSyntax creation) =>
        creation.ArgumentList?.Arguments.Count is 1 or 2
        || creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .Any(a => a.Left is IdentifierNameSyntax { Identifier.ValueText: "HostName" or "Uri" or "Endpoint" or "ConnectionString" or "BootstrapServers" }) == true;

    /// <summary>The connection that a call or creation makes, or null when it makes none.</summary>
    /// <param name="operation">A call or a creation; others make no connection.</param>
    /// <param name="context">The compilation.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <param name="followUses">
    /// True to find out when the connection is needed and what happens without it, which looks at other code; else the fact says that
    /// requests need it and leaves the rest open.
    /// </param>
    public static ConnectionFact? From(IOperation operation, FactContext context, CancellationToken cancellationToken, bool followUses = false) =>
        Made(operation, context, cancellationToken) is { } made
            ? Fact(made, null, followUses, context, cancellationToken)
            : null;

    private static MadeConnection? Made(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } call when ConnectionApis.Method(method) is { } api => api.Shape switch
            {
                ConnectionShape.Client => ClientConnections.Made(call, call.Arguments, api, context, cancellationToken),
                ConnectionShape.Text => OfText(call, call.Arguments, api, context, cancellationToken),
                ConnectionShape.Name => OfName(call, api, context, cancellationToken),
                _ => RedisConnections.Made(call, api, context, cancellationToken),
            },
        IObjectCreationOperation { Type: { } type } creation when ConnectionApis.IsType(type.Name)
            && ConnectionApis.Constructor(type.Name, type.ContainingNamespace.ToDisplayString()) is { } api => api.Shape switch
            {
                ConnectionShape.Client => ClientConnections.Made(creation, creation.Arguments, api, context, cancellationToken),
                ConnectionShape.Rabbit => RabbitConnections.Made(creation, api, context, cancellationToken),
                _ => OfText(creation, creation.Arguments, api, context, cancellationToken) ?? OfProperty(creation, api, context, cancellationToken),
            },
        _ => null,
    };

    private static MadeConnection? OfText(
        IOperation operation, IEnumerable<IArgumentOperation> arguments, ConnectionApi api, FactContext context, CancellationToken cancellationToken)
    {
        foreach (var argument in arguments)
        {
            var isText = argument.Parameter is { Type.SpecialType: SpecialType.System_String, Name: "connectionString" or "host" or "hostAddress" }
                || argument.Parameter?.Type.Name is "NpgsqlConnectionStringBuilder" or "Uri";
            if (isText && argument.ArgumentKind != ArgumentKind.DefaultValue
                && argument.Value.ConstantValue is not { HasValue: true, Value: null or "" })
            {
                return new(api, AddressResolver.Resolve(argument.Value, context, cancellationToken), [], operation);
            }
        }

        return null; // A DbConnection or data source is passed: the fact is where that is made.
    }

    /// <summary><c>new SqlConnection { ConnectionString = … }</c>, and the statement that sets it later.</summary>
    private static MadeConnection? OfProperty(
        IObjectCreationOperation creation, ConnectionApi api, FactContext context, CancellationToken cancellationToken) =>
        ObjectSettings.Of(creation)["ConnectionString"] is { } text
            ? new(api, AddressResolver.Resolve(text, context, cancellationToken), [], creation)
            : null;

    /// <summary>Aspire: <c>builder.AddNpgsqlDbContext&lt;T&gt;("db")</c> reads <c>ConnectionStrings:db</c>.</summary>
    private static MadeConnection? OfName(IInvocationOperation call, ConnectionApi api, FactContext context, CancellationToken cancellationToken)
    {
        var argument = call.Arguments.FirstOrDefault(a => a.Parameter?.Name is "connectionName" or "name");
        if (argument is null)
        {
            return null;
        }

        var name = new AddressWalk(context, cancellationToken).FullText(argument.Value);
        var location = argument.Value.Syntax.GetLocation();
        var address = name is null
            ? AddressFact.Unknown("the connection name is computed", location)
            : new AddressFact { Source = AddressSource.ConfigurationKey, Key = ConfigurationKey.ConnectionStrings + name, Location = location };
        return new(api, address, [], call);
    }

    private static ConnectionFact Fact(MadeConnection made, SetupPath? path, bool followUses, FactContext context, CancellationToken cancellationToken)
    {
        var (api, address, found, operation) = made;
        string[] options = [.. api.Options, .. found, .. ConnectionSettings.Around(operation)];
        var contextType = ConnectionNames.ContextType(operation, context) ?? (path is null ? null : ConnectionNames.ContextType(path.Call, context));
        var phase = followUses ? ConnectionPhase.Of(operation, contextType, options, context, cancellationToken) : UsePhase.Request;
        return new ConnectionFact
        {
            Technology = api.Technology,
            Name = contextType?.Name ?? ConnectionNames.Of(operation, api.Technology, address),
            Address = address,
            Location = (path?.Call ?? operation).NameLocation(),
            Registration = path is null ? null : operation.NameLocation(),
            Phase = phase,
            FailsStart = phase.HasFlag(UsePhase.Startup) && !(ConnectionPhase.Opening(operation) is { } opening && Substitutes.Cover(opening, context, cancellationToken)),
            FailsCaller = followUses ? ConnectionFailure.FailsCaller(operation, contextType, context, cancellationToken) : null,
            Options = options,
            IsDevelopmentOnly = path?.IsDevelopmentOnly == true || DevelopmentOnly.Covers(operation) || ConnectionNames.IsDesignTime(operation),
        };
    }
}

/// <summary>A connection that an operation makes, before its surroundings are looked at.</summary>
/// <param name="Api">The member that makes it.</param>
/// <param name="Address">Where it connects to.</param>
/// <param name="Options">Failover settings found while the address was read.</param>
/// <param name="Operation">The call or creation.</param>
internal sealed record MadeConnection(ConnectionApi Api, AddressFact Address, IReadOnlyList<string> Options, IOperation Operation);
