using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Tells whether the caller goes on with a substitute when what it uses is away.</summary>
internal sealed class Substitutes
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

    private readonly bool? _cacheFails;
    private readonly bool? _databaseFails;

    private Substitutes(FactContext context, CancellationToken cancellationToken)
    {
        _cacheFails = Fails(context, CacheCalls, "IDistributedCache", cancellationToken);
        _databaseFails = Fails(context, DatabaseCalls, "IDatabase", cancellationToken);
    }

    /// <summary>False when every visible use has a handler that goes on; true when one has none; null when the code does not show it.</summary>
    public static bool? FailsCaller(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (Cover(operation))
        {
            return false;
        }

        if (operation is not IInvocationOperation call)
        {
            return null;
        }

        return call.TargetMethod.Name switch
        {
            "AddStackExchangeRedisCache" or "AddRedisDistributedCache" => Of(context, cancellationToken)._cacheFails,
            "Connect" or "ConnectAsync" or "AddRedisClient" => Of(context, cancellationToken)._databaseFails,
            _ => null,
        };
    }

    /// <summary>True when a handler around the operation, in the same body, catches what it throws and does not throw again.</summary>
    public static bool Cover(IOperation operation)
    {
        for (IOperation? at = operation.Parent, below = operation; at is not null; below = at, at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }

            if (at is ITryOperation @try && @try.Body == below && @try.Catches.Any(GoesOn))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A handler for all exceptions, or for those of a library, that does not throw.</summary>
    private static bool GoesOn(ICatchClauseOperation handler)
    {
        var isOwnAffair = handler.ExceptionType?.Name is "OperationCanceledException" or "TaskCanceledException" or "ArgumentException"
            or "ArgumentNullException" or "JsonException" or "FormatException" or "KeyNotFoundException";
        return !isOwnAffair && !handler.Handler.Descendants().Any(o => o is IThrowOperation
            || o is IInvocationOperation { TargetMethod: { Name: "Exit" or "FailFast", ContainingType.Name: "Environment" } }
            || o is IReturnOperation { ReturnedValue: { } answer } && FailureHandling.IsErrorResult(answer));
    }

    private static Substitutes Of(FactContext context, CancellationToken cancellationToken) =>
        context.GetOrCreate(c => new Substitutes(c, cancellationToken));

    private static bool? Fails(FactContext context, string[] names, string receiver, CancellationToken cancellationToken)
    {
        var covered = 0;
        var candidates = 0;
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            foreach (var call in names.SelectMany(n => TreeNames.Of(tree, cancellationToken).Calls(n)))
            {
                if (++candidates > MaxUses)
                {
                    return null;
                }

                if (call.Expression is MemberAccessExpressionSyntax
                    && context.Model(tree).GetOperation(call, cancellationToken) is IInvocationOperation use && IsOn(use, receiver))
                {
                    if (!Cover(use))
                    {
                        return true;
                    }

                    covered++;
                }
            }
        }

        return covered > 0 ? false : null;
    }

    private static bool IsOn(IInvocationOperation use, string receiver)
    {
        var type = use.Instance?.Type ?? (use.TargetMethod.IsExtensionMethod && use.Arguments.Length > 0 ? use.Arguments[0].Value.Type : null);
        return type?.Name == receiver || (receiver == "IDatabase" && type?.Name == "IDatabaseAsync");
    }
}
