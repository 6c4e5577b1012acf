using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Finds connections to databases, caches and brokers. One operation gives at most one fact, in the analyzers as in the tool.</summary>
internal static class ConnectionFacts
{
    public static Extracted<ConnectionFact> Extract(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var facts = new List<ConnectionFact>();
        var candidates = 0;
        var bound = 0;
        foreach (var tree in trees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            var nodes = ConnectionApis.MethodNames.SelectMany(n => names.Calls(n)).Cast<SyntaxNode>()
                .Concat(ConnectionApis.TypeNames.SelectMany(n => names.Creations(n)))
                .Concat(names.Creations(""))
                .OrderBy(n => n.SpanStart);
            foreach (var node in nodes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                candidates++;
                var operation = context.Model(tree).GetOperation(node, cancellationToken);
                bound += operation is IInvocationOperation or IObjectCreationOperation ? 1 : 0;
                if (operation is not null && From(operation, context, cancellationToken) is { } fact)
                {
                    facts.Add(fact);
                }
            }
        }

        return new Extracted<ConnectionFact>(facts, candidates, bound);
    }

    /// <summary>The connection that a call or creation makes, or null when it makes none.</summary>
    public static ConnectionFact? From(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } call when ConnectionApis.IsMethod(method.Name)
            && ConnectionApis.Method(method.Name, method.ContainingType.Name) is { } api => OfCall(call, api, context, cancellationToken),
        IObjectCreationOperation { Type: { } type } creation when ConnectionApis.IsType(type.Name)
            && ConnectionApis.Constructor(type.Name, type.ContainingNamespace.ToDisplayString()) is { } api => OfCreation(creation, api, context, cancellationToken),
        _ => null,
    };

    private static ConnectionFact? OfCall(IInvocationOperation call, ConnectionApi api, FactContext context, CancellationToken cancellationToken) => api.Shape switch
    {
        ConnectionShape.Text => OfText(call, call.Arguments, api, context, cancellationToken),
        ConnectionShape.Name => OfName(call, api, context, cancellationToken),
        ConnectionShape.Redis or ConnectionShape.RedisOptions => RedisConnections.From(call, api, context, cancellationToken),
        _ => null,
    };

    private static ConnectionFact? OfCreation(
        IObjectCreationOperation creation, ConnectionApi api, FactContext context, CancellationToken cancellationToken)
    {
        if (api.Shape == ConnectionShape.Rabbit)
        {
            return RabbitConnections.From(creation, api, context, cancellationToken);
        }

        if (OfText(creation, creation.Arguments, api, context, cancellationToken) is { } fact)
        {
            return fact;
        }

        // new SqlConnection { ConnectionString = … } and the statement that sets it later.
        return ObjectSettings.Of(creation)["ConnectionString"] is { } text
            ? Fact(creation, api, AddressResolver.Resolve(text, context, cancellationToken), context, cancellationToken)
            : null;
    }

    private static ConnectionFact? OfText(
        IOperation operation, IEnumerable<IArgumentOperation> arguments, ConnectionApi api, FactContext context, CancellationToken cancellationToken)
    {
        foreach (var argument in arguments)
        {
            var isText = argument.Parameter is { Type.SpecialType: SpecialType.System_String, Name: "connectionString" or "host" or "hostAddress" }
                || argument.Parameter?.Type.Name is "NpgsqlConnectionStringBuilder" or "Uri";
            if (isText && argument.ArgumentKind != ArgumentKind.DefaultValue
                && argument.Value.ConstantValue is not { HasValue: true, Value: null or "" })
            {
                return Fact(operation, api, AddressResolver.Resolve(argument.Value, context, cancellationToken), context, cancellationToken);
            }
        }

        return null; // A DbConnection or data source is passed: the fact is where that is made.
    }

    /// <summary>Aspire: <c>builder.AddNpgsqlDbContext&lt;T&gt;("db")</c> reads <c>ConnectionStrings:db</c>.</summary>
    private static ConnectionFact? OfName(IInvocationOperation call, ConnectionApi api, FactContext context, CancellationToken cancellationToken)
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
            : new AddressFact { Source = AddressSource.ConfigurationKey, Key = "ConnectionStrings:" + name, Location = location };
        return Fact(call, api, address, context, cancellationToken);
    }

    internal static ConnectionFact Fact(
        IOperation operation, ConnectionApi api, AddressFact address, FactContext context, CancellationToken cancellationToken,
        IEnumerable<string>? options = null)
    {
        var all = new List<string>(api.Options);
        all.AddRange(options ?? []);
        all.AddRange(ConnectionSettings.Around(operation));
        var contextType = ConnectionNames.ContextType(operation);
        return new ConnectionFact
        {
            Technology = api.Technology,
            Name = contextType?.Name ?? ConnectionNames.Of(operation, api.Technology, address),
            Address = address,
            Location = ConnectionNames.LocationOf(operation),
            Phase = ConnectionPhase.Of(operation, contextType, all, context, cancellationToken),
            FailsCaller = Substitutes.FailsCaller(operation, context, cancellationToken),
            Options = all,
            IsDevelopmentOnly = DevelopmentOnly.Covers(operation),
        };
    }
}
