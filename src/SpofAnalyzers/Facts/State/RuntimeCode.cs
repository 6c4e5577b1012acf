using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Tells code that runs while the host is built from code that runs for every request, message or tick.</summary>
internal sealed class RuntimeCode(StateIndex index)
{
    private const int MaxCallers = 4;

    private static readonly HashSet<string> StartupParameters = new(StringComparer.Ordinal)
    {
        "IServiceCollection", "IApplicationBuilder", "WebApplication", "WebApplicationBuilder", "IHostBuilder", "IHostApplicationBuilder",
        "HostApplicationBuilder", "IWebHostBuilder", "IEndpointRouteBuilder", "ModelBuilder", "IMvcBuilder", "ContainerBuilder", "IHost",
    };

    /// <summary>False when the code runs only while the program starts (or stops).</summary>
    public bool Runs(StateUse use, CancellationToken cancellationToken) => Runs(use.Site, use.Body.Owner, depth: 0, cancellationToken);

    /// <summary>True in code that ends the owner: disposal and shutdown.</summary>
    public static bool IsShutdown(StateUse use) => use.Body.Owner.Name is "Dispose" or "DisposeAsync" or "StopAsync" or "StoppingAsync" or "StoppedAsync";

    /// <summary>The innermost lambda that runs on its own (a handler), else the root of the body.</summary>
    public static IOperation ScopeOf(IOperation operation)
    {
        var root = operation;
        for (var p = operation; p is not null; p = p.Parent)
        {
            root = p;
            if (p is IAnonymousFunctionOperation lambda && !IsInline(lambda))
            {
                return lambda;
            }
        }

        return root;
    }

    private bool Runs(IOperation site, ISymbol owner, int depth, CancellationToken cancellationToken)
    {
        for (var p = site.Parent; p is not null; p = p.Parent)
        {
            if (p is IAnonymousFunctionOperation lambda && !IsInline(lambda))
            {
                return !IsConfiguration(lambda);
            }

            if (p is ILocalFunctionOperation function && IsHandedOut(function))
            {
                return true;
            }
        }

        return owner is IMethodSymbol method ? Runs(method, depth, cancellationToken) : owner is IPropertySymbol { IsReadOnly: false };
    }

    private bool Runs(IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor
            || method.Name is "<Main>$" or "Main" or "ConfigureServices" or "Configure" or "ConfigureContainer"
            || method.Parameters.Any(p => StartupParameters.Contains(p.Type.Name))
            || IsFluentSetting(method)
            || (method.Name is "StartAsync" or "StartingAsync" or "StartedAsync" && CodePhase.IsHosted(method.ContainingType)))
        {
            return false;
        }

        return depth >= MaxCallers || method.MethodKind != MethodKind.Ordinary || !IsCalledAtStartOnly(method, depth, cancellationToken);
    }

    /// <summary>A method of a class that hands back its own object configures it: builders and options.</summary>
    private static bool IsFluentSetting(IMethodSymbol method) =>
        !method.IsStatic && !method.ReturnsVoid && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType);

    private bool IsCalledAtStartOnly(IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        var isCalled = false;
        foreach (var (name, model) in index.References(method, cancellationToken))
        {
            if (TreeNames.InvocationOf(name) is not { } call)
            {
                if (IsNameOf(TreeNames.Qualified(name)))
                {
                    continue;
                }

                return false;
            }

            if (model.GetOperation(call, cancellationToken) is not { } operation || OwnerOf(call, model, cancellationToken) is not { } owner
                || SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, method.OriginalDefinition))
            {
                continue;
            }

            if (Runs(operation, owner, depth + 1, cancellationToken))
            {
                return false;
            }

            isCalled = true;
        }

        return isCalled;
    }

    /// <summary>The member whose code the node is part of.</summary>
    public static ISymbol? OwnerOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbol = model.GetEnclosingSymbol(node.SpanStart, cancellationToken);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }

    /// <summary>Lambdas that run where they stand: queries, loops, factories of containers, tasks that are started at once.</summary>
    private static bool IsInline(IAnonymousFunctionOperation lambda) =>
        lambda.ReceivingCall() is { } call
        && (call.TargetMethod.ContainingType is { } type
            && (type.ContainingNamespace is { Name: "Linq" } || StateContainer.Of(type) is not null || type.Name is "Parallel" or "Task" or "TaskFactory" or "ThreadPool"));

    /// <summary>Lambdas that configure services, or take over a changed configuration: what they bring is in the configuration.</summary>
    private static bool IsConfiguration(IAnonymousFunctionOperation lambda)
    {
        if (lambda.ReceivingCall() is not { } call)
        {
            return false;
        }

        var name = call.TargetMethod.Name;
        if (name is "OnChange" or "RegisterChangeCallback")
        {
            return true;
        }

        var receiver = call.Instance?.Type ?? call.TargetMethod.Parameters.FirstOrDefault()?.Type;
        return (name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal)
                || name.StartsWith("Configure", StringComparison.Ordinal) || name.StartsWith("PostConfigure", StringComparison.Ordinal))
            && receiver is { Name: var type } && (StartupParameters.Contains(type) || type.EndsWith("Builder", StringComparison.Ordinal));
    }

    /// <summary>A local function that is passed as a delegate runs later, one that is only called runs with its body.</summary>
    private static bool IsHandedOut(ILocalFunctionOperation function) =>
        function.Root().Descendants().OfType<IMethodReferenceOperation>().Any(r => SymbolEqualityComparer.Default.Equals(r.Method, function.Symbol));

    private static bool IsNameOf(SyntaxNode expression) =>
        expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
}
