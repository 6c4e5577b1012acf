using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>One service registration.</summary>
/// <param name="Service">The type asked for; null when only the implementation is known.</param>
/// <param name="Implementation">The class that is created.</param>
/// <param name="IsSingleton">True for one instance per process.</param>
/// <param name="IsTry">True when the call yields to an earlier registration.</param>
/// <param name="IsConditional">True inside a branch.</param>
internal sealed record ServiceRegistration(
    INamedTypeSymbol? Service, INamedTypeSymbol Implementation, bool IsSingleton, bool IsTry, bool IsConditional);

/// <summary>Reads registrations of the generic host's container and of Autofac.</summary>
internal static class ServiceRegistrations
{
    /// <summary>Names at which reading starts; the container's scoped and transient forms only show that a service has an alternative.</summary>
    private static readonly string[] Names =
    [
        "AddSingleton", "TryAddSingleton", "AddKeyedSingleton", "TryAddKeyedSingleton", "AddHostedService",
        "AddScoped", "TryAddScoped", "AddTransient", "TryAddTransient", "Singleton", "KeyedSingleton", "SingleInstance",
    ];

    /// <summary>True when the word of the text is one of the names.</summary>
    public static bool MayBeName(string text, int start, int length)
    {
        if (length < 9 || text[start] is not ('A' or 'T' or 'S' or 'K'))
        {
            return false;
        }

        foreach (var name in Names)
        {
            if (name.Length == length && string.CompareOrdinal(name, 0, text, start, length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The registration whose name stands at the position, or null when it is something else or unreadable.</summary>
    public static ServiceRegistration? Read(SyntaxNode root, int position, FactContext context, CancellationToken cancellationToken)
    {
        var token = root.FindToken(position);
        var name = token.ValueText;
        if (token.SpanStart != position || !token.IsKind(SyntaxKind.IdentifierToken))
        {
            return null;
        }

        if (CallAround(token.Parent, name) is not { } call || RegistrationBranch.AsksForMemory(call)
            || context.Model(root.SyntaxTree).GetOperation(call, cancellationToken) is not { } operation || DevelopmentOnly.Covers(operation))
        {
            return null;
        }

        var isSingleton = name is not ("AddScoped" or "TryAddScoped" or "AddTransient" or "TryAddTransient");
        var (service, implementation) = operation switch
        {
            IInvocationOperation invocation => Types(invocation.TargetMethod.TypeArguments, invocation.Arguments),
            IObjectCreationOperation creation => Types([], creation.Arguments),
            _ => default,
        };
        return implementation is null
            ? null
            : new ServiceRegistration(service, implementation, isSingleton, name.StartsWith("Try", StringComparison.Ordinal), RegistrationBranch.IsConditional(call));
    }

    private static SyntaxNode? CallAround(SyntaxNode? name, string text)
    {
        if (name is null)
        {
            return null;
        }

        switch (text)
        {
            // new ServiceDescriptor(typeof(I), typeof(C), ServiceLifetime.Singleton) and ServiceDescriptor.Describe(…)
            case "Singleton" when name.Parent is MemberAccessExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: { } outer } }:
                return outer as BaseObjectCreationExpressionSyntax ?? (SyntaxNode?)(outer as InvocationExpressionSyntax);

            // Autofac: builder.RegisterType<C>().As<I>().SingleInstance()
            case "SingleInstance":
                for (var receiver = (name.Parent as MemberAccessExpressionSyntax)?.Expression;
                     receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } link;
                     receiver = access.Expression)
                {
                    if (access.Name.Identifier.ValueText is "RegisterType" or "Register" or "RegisterGeneric" or "RegisterInstance")
                    {
                        return link;
                    }
                }

                return null;

            default:
                return name.Parent switch
                {
                    MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } => invocation,
                    MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax invocation } => invocation,
                    InvocationExpressionSyntax invocation => invocation,
                    _ => null,
                };
        }
    }

    private static (INamedTypeSymbol? Service, INamedTypeSymbol? Implementation) Types(
        IEnumerable<ITypeSymbol> typeArguments, IEnumerable<IArgumentOperation> arguments)
    {
        INamedTypeSymbol? service = null;
        INamedTypeSymbol? implementation = null;
        foreach (var type in typeArguments.OfType<INamedTypeSymbol>())
        {
            service ??= type;
            implementation = Created(type) ?? implementation;
        }

        foreach (var argument in arguments)
        {
            var value = argument.Value.Unwrapped();
            if (value is ITypeOfOperation { TypeOperand: INamedTypeSymbol operand })
            {
                service ??= operand;
                implementation = Created(operand) ?? implementation;
            }
            else if (value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
            {
                implementation = Returned(lambda) ?? implementation;
            }
            else if (value is IAnonymousFunctionOperation bare)
            {
                implementation = Returned(bare) ?? implementation;
            }
            else if (value is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method.ReturnType: INamedTypeSymbol made } })
            {
                implementation = Created(made) ?? implementation;
            }
            else if (value.Type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, Name: not "Type" } instance)
            {
                implementation = Created(instance) ?? implementation;
            }
        }

        return (service, implementation);
    }

    private static INamedTypeSymbol? Returned(IAnonymousFunctionOperation lambda)
    {
        INamedTypeSymbol? found = null;
        foreach (var returned in lambda.Body.Descendants().OfType<IReturnOperation>())
        {
            if (returned.ReturnedValue is { } value && value.Unwrapped().Type is INamedTypeSymbol type)
            {
                found = Created(type) ?? found;
            }
        }

        return found;
    }

    private static INamedTypeSymbol? Created(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false } && type.Locations.Any(l => l.IsInSource) ? type : null;
}
