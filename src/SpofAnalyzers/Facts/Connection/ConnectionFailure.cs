using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Tells what happens to the callers of a connection when its target is away, from the uses that the compilation shows.</summary>
internal sealed class ConnectionFailure
{
    /// <summary>A client used in more places than this is not followed.</summary>
    private const int MaxUses = 200;

    private static readonly string[] CacheCalls =
    [
        "Get", "GetAsync", "GetString", "GetStringAsync", "Set", "SetAsync", "SetString", "SetStringAsync", "Refresh", "RefreshAsync", "Remove", "RemoveAsync",
    ];

    private static readonly string[] DatabaseCalls =
    [
        "StringGet", "StringGetAsync", "StringSet", "StringSetAsync", "HashGet", "HashGetAsync", "HashSet", "HashSetAsync", "HashGetAllAsync", "KeyDeleteAsync",
        "KeyExistsAsync", "StringIncrementAsync", "ListLeftPushAsync", "ListRightPopAsync", "SortedSetAddAsync", "LockTakeAsync", "PublishAsync", "SetAddAsync",
    ];

    private static readonly string[] ContextCalls =
    [
        "SaveChanges", "SaveChangesAsync", "ToListAsync", "ToArrayAsync", "FirstOrDefaultAsync", "FirstAsync", "SingleOrDefaultAsync", "SingleAsync",
        "AnyAsync", "CountAsync", "FindAsync", "ToList", "FirstOrDefault", "SingleOrDefault", "Find",
    ];

    private readonly FactContext _context;
    private readonly ConcurrentDictionary<string, bool?> _known = new(StringComparer.Ordinal);

    private ConnectionFailure(FactContext context) => _context = context;

    /// <summary>False when every visible use has a handler that goes on; true when one has none; null when the code shows no use.</summary>
    public static bool? FailsCaller(IOperation operation, INamedTypeSymbol? contextType, FactContext context, CancellationToken cancellationToken)
    {
        var failures = context.GetOrCreate(c => new ConnectionFailure(c));
        if (contextType is not null)
        {
            return failures.Of(contextType.Name, ContextCalls, cancellationToken);
        }

        if (operation is IInvocationOperation call)
        {
            return call.TargetMethod.Name switch
            {
                "AddStackExchangeRedisCache" or "AddRedisDistributedCache" => failures.Of("IDistributedCache", CacheCalls, cancellationToken),
                "Connect" or "ConnectAsync" when Substitutes.Cover(call, context, cancellationToken) => false,
                "Connect" or "ConnectAsync" or "AddRedisClient" => failures.Of("IDatabase", DatabaseCalls, cancellationToken),
                _ => null,
            };
        }

        return ConnectionPhase.Opening(operation) is { } opening ? OfOpening(opening, context, cancellationToken) : null;
    }

    /// <summary>A connection that is opened on the spot: its exception reaches the method's caller unless a handler takes it.</summary>
    private static bool? OfOpening(IOperation opening, FactContext context, CancellationToken cancellationToken)
    {
        if (Substitutes.Cover(opening, context, cancellationToken))
        {
            return false;
        }

        for (var at = opening.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation)
            {
                return null; // Who runs the lambda may handle it.
            }
        }

        return true;
    }

    private bool? Of(string receiver, string[] calls, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(receiver, out var fails))
        {
            fails = Find(receiver, calls, cancellationToken);
            _known[receiver] = fails;
        }

        return fails;
    }

    private bool? Find(string receiver, string[] names, CancellationToken cancellationToken)
    {
        var covered = 0;
        var candidates = 0;
        foreach (var tree in NearestFirst(receiver, cancellationToken))
        {
            foreach (var call in names.SelectMany(n => TreeNames.Of(tree, cancellationToken).Calls(n)))
            {
                if (call.Expression is not MemberAccessExpressionSyntax { Expression: var target }
                    || (target is IdentifierNameSyntax variable && WrittenType.Of(variable) is { } type && !IsReceiver(type, receiver)))
                {
                    continue;
                }

                if (++candidates > MaxUses)
                {
                    return null;
                }

                if (_context.Model(tree).GetOperation(call, cancellationToken) is IInvocationOperation use && IsOn(use, receiver))
                {
                    if (!Substitutes.Cover(use, _context, cancellationToken) && !IsFireAndForget(use))
                    {
                        return true;
                    }

                    covered++;
                }
            }
        }

        return covered > 0 ? false : null;
    }

    /// <summary>One use without a handler decides, and the files that write the type have it most often.</summary>
    private IEnumerable<SyntaxTree> NearestFirst(string receiver, CancellationToken cancellationToken) =>
        _context.Compilation.SyntaxTrees.OrderBy(tree => TreeSummary.Of(tree, cancellationToken).MayMention(receiver) ? 0 : 1)
            .Concat(_context.Sources.Others.SelectMany(o => o.SyntaxTrees).Where(tree => TreeSummary.Of(tree, cancellationToken).MayMention(receiver)));

    /// <summary>StackExchange.Redis drops such a command in silence when there is no connection.</summary>
    private static bool IsFireAndForget(IInvocationOperation use)
    {
        const int FireAndForget = 2;
        foreach (var argument in use.Arguments)
        {
            if (argument.Parameter?.Type.Name == "CommandFlags" && argument.Value.ConstantValue is { HasValue: true, Value: int flags })
            {
                return (flags & FireAndForget) != 0;
            }
        }

        return false;
    }

    /// <summary>True when the call is on that type, or on something that hangs off it (<c>db.Orders.Where(…).ToList()</c>).</summary>
    private static bool IsOn(IInvocationOperation use, string receiver)
    {
        var at = use.Receiver();
        while (at is not null)
        {
            if (at.Type?.Name is { } name && IsReceiver(name, receiver))
            {
                return true;
            }

            at = at switch
            {
                IConversionOperation conversion => conversion.Operand,
                IPropertyReferenceOperation property => property.Instance,
                IInvocationOperation call => call.Receiver(),
                _ => null,
            };
        }

        return false;
    }

    private static bool IsReceiver(string type, string receiver) => type == receiver || (receiver == "IDatabase" && type == "IDatabaseAsync");
}
