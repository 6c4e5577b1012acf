using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What an AppHost does with a resource that it adds: the calls chained to it, and those on the variable that holds it.</summary>
internal sealed class ResourceUses
{
    private ResourceUses()
    {
    }

    /// <summary>Calls on the resource or on one that is made of it, such as a database of a server.</summary>
    public List<IInvocationOperation> Calls { get; } = [];

    /// <summary>True when another resource is given a reference to it.</summary>
    public bool IsReferenced { get; private set; }

    /// <summary>True when it leaves what can be followed: a field, a return, a method that is not of Aspire.</summary>
    public bool IsUnclear { get; private set; }

    /// <param name="added">The call that adds the resource.</param>
    public static ResourceUses Of(IInvocationOperation added)
    {
        var uses = new ResourceUses();
        uses.Follow(added, []);
        return uses;
    }

    public IInvocationOperation? Call(string name) => Calls.FirstOrDefault(c => c.TargetMethod.Name == name);

    private void Follow(IOperation resource, HashSet<ILocalSymbol> seen)
    {
        var user = resource.User();
        switch (user)
        {
            case IArgumentOperation { Parent: IInvocationOperation call } argument when IsReceiver(argument, call):
                Take(call, seen);
                break;
            case IInvocationOperation call when call.Instance?.Unwrapped() == resource:
                Take(call, seen);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } when IsOfAspire(call.TargetMethod):
                IsReferenced |= call.TargetMethod.Name is "WithReference" or "WaitFor" or "WaitForStart" or "WithEnvironment";
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                FollowLocal(local, resource, seen);
                break;
            case IExpressionStatementOperation:
                break;
            default:
                IsUnclear = true;
                break;
        }
    }

    private void Take(IInvocationOperation call, HashSet<ILocalSymbol> seen)
    {
        Calls.Add(call);
        if (!IsOfAspire(call.TargetMethod))
        {
            IsUnclear = true;
        }
        else if (call.Type?.Name == "IResourceBuilder")
        {
            Follow(call, seen);
        }
    }

    private void FollowLocal(ILocalSymbol local, IOperation resource, HashSet<ILocalSymbol> seen)
    {
        if (!seen.Add(local))
        {
            return;
        }

        foreach (var use in resource.Root().Descendants().OfType<ILocalReferenceOperation>())
        {
            if (SymbolEqualityComparer.Default.Equals(use.Local, local))
            {
                Follow(use, seen);
            }
        }
    }

    private static bool IsReceiver(IArgumentOperation argument, IInvocationOperation call) =>
        call.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0;

    private static bool IsOfAspire(IMethodSymbol method) => method.ContainingType.IsInNamespace("Aspire");
}
