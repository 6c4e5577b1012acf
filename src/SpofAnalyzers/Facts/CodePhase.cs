using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>When a piece of code runs: while the host is built and started, per request, or as background work.</summary>
internal static class CodePhase
{
    private const int MaxCallers = 5;

    private static readonly HashSet<string> HostBuilding = new(StringComparer.Ordinal)
    {
        "IServiceCollection", "IHostApplicationBuilder", "HostApplicationBuilder", "WebApplicationBuilder", "IHostBuilder", "IWebHostBuilder",
        "WebApplication", "IApplicationBuilder", "IHost", "IWebHost",
    };

    /// <summary>Methods that run the lambda they are given at once.</summary>
    private static readonly HashSet<string> RunAtOnce = new(StringComparer.Ordinal)
    {
        "ConfigureServices", "ConfigureAppConfiguration", "ConfigureHostConfiguration", "ConfigureWebHostDefaults", "ConfigureWebHost", "Run", "Execute",
        "ExecuteAsync", "ForEach", "Invoke",
    };

    public static UsePhase Of(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        Of(operation, context, cancellationToken, MaxCallers);

    /// <summary>
    /// Background inside the type of a hosted service, start-up where it is started; request anywhere else, and in what other types call.
    /// </summary>
    public static UsePhase InHostedType(IOperation operation, Func<IMethodSymbol, IEnumerable<IOperation>> callersOf)
    {
        var symbol = operation.EnclosingSymbol();
        if (symbol?.ContainingType is not { } type || !IsHosted(type))
        {
            return UsePhase.Request;
        }

        var member = symbol;
        while (member.ContainingSymbol is IMethodSymbol outer)
        {
            member = outer;
        }

        return member.Name is "StartAsync" or "StartingAsync" ? ReferenceEquals(member, symbol) ? UsePhase.Startup : UsePhase.Background
            : member is not IMethodSymbol { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, MethodKind: MethodKind.Ordinary } method
                || callersOf(method).All(c => SymbolsAcross.Comparer.Equals(c.EnclosingSymbol()?.ContainingType, type))
                ? UsePhase.Background
            : UsePhase.Request;
    }

    private static UsePhase Of(IOperation operation, FactContext context, CancellationToken cancellationToken, int callers)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && !RunsAtOnce(lambda))
            {
                return UsePhase.Request;
            }
        }

        return operation.EnclosingSymbol() switch
        {
            IMethodSymbol method => OfMethod(Outermost(method), context, cancellationToken, callers),
            IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } => UsePhase.Startup,
            _ => UsePhase.Request,
        };
    }

    private static UsePhase OfMethod(IMethodSymbol method, FactContext context, CancellationToken cancellationToken, int callers)
    {
        if (method.MethodKind == MethodKind.StaticConstructor || method.Name is "<Main>$" or "Main"
            || (method.ContainingType.Name.StartsWith("Startup", StringComparison.Ordinal) && method.Name is "ConfigureServices" or "Configure")
            || (method.IsExtensionMethod && HostBuilding.Contains(method.Parameters[0].Type.Name)))
        {
            return UsePhase.Startup;
        }

        if (IsHosted(method.ContainingType))
        {
            return method.Name is "StartAsync" or "StartingAsync" ? UsePhase.Startup : UsePhase.Background;
        }

        if (callers == 0)
        {
            return UsePhase.Request;
        }

        if (method.MethodKind == MethodKind.Constructor)
        {
            return MethodCalls.Of(context).SingleCreation(method.ContainingType, cancellationToken) is { } creation
                ? Of(creation, context, cancellationToken, callers - 1) : UsePhase.Request;
        }

        return MethodCalls.Of(context).Single(method, cancellationToken) is { } call
            ? Of(call, context, cancellationToken, callers - 1) : UsePhase.Request;
    }

    private static bool RunsAtOnce(IAnonymousFunctionOperation lambda)
    {
        for (var at = lambda.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IDelegateCreationOperation or IConversionOperation or IArgumentOperation:
                    continue;
                case IInvocationOperation call:
                    return RunAtOnce.Contains(call.TargetMethod.Name);
                default:
                    return false;
            }
        }

        return false;
    }

    private static IMethodSymbol Outermost(IMethodSymbol method)
    {
        while (method.MethodKind is MethodKind.AnonymousFunction && method.ContainingSymbol is IMethodSymbol outer)
        {
            method = outer;
        }

        return method;
    }

    /// <summary>True for a hosted service, also where the library that declares the base is absent.</summary>
    public static bool IsHosted(INamedTypeSymbol? type) =>
        type is not null && (type.AllInterfaces.Any(i => i.Name == "IHostedService") || type.BaseType?.Name is "BackgroundService");
}
