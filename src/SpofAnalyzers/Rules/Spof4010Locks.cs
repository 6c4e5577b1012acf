using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Locks that the operating system keeps: named ones and files.</summary>
internal static class Spof4010Locks
{
    /// <summary>Files that are made again with the same content, so that two writers do no harm.</summary>
    private static readonly string[] Repeatable = ["thumb", "cache", "image", "preview"];

    /// <summary>The named primitive in words; null without a name, and for the guard that lets a program start once.</summary>
    public static string? Named(IObjectCreationOperation creation, FactContext context, CancellationToken cancellationToken)
    {
        if (creation.Arguments.Argument("name") is not { } name || name.ConstantValue is { HasValue: true, Value: null or "" } || GuardsStart(creation, context, cancellationToken))
        {
            return null;
        }

        return name.ConstantValue is { HasValue: true, Value: string text } ? $"The {creation.Type!.Name} '{text}'" : $"A named {creation.Type!.Name}";
    }

    /// <summary>The lock file in words: opened for this process alone, and called a lock.</summary>
    public static string? File(ImmutableArray<IArgumentOperation> arguments, FactContext context, CancellationToken cancellationToken)
    {
        if (arguments.Argument("share") is not { ConstantValue: { HasValue: true, Value: 0 } }
            || arguments.Argument("path") is not { } path || LastPart(path, context, cancellationToken, depth: 0) is not { } part)
        {
            return null;
        }

        var name = part.Substring(part.LastIndexOfAny(['/', '\\']) + 1);
        return IsLock(name) && !Repeatable.Any(w => part.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0) ? $"The lock file '{name}'" : null;
    }

    /// <summary><c>new Mutex(true, "Global\\shop", out var isFirst)</c> while the program starts: one instance per machine is what is wanted.</summary>
    private static bool GuardsStart(IObjectCreationOperation creation, FactContext context, CancellationToken cancellationToken) =>
        creation.EnclosingSymbol() is IMethodSymbol && CodePhase.Of(creation, context, cancellationToken) == UsePhase.Startup;

    private static bool IsLock(string name) =>
        name.EndsWith(".lock", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".lck", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".pid", StringComparison.OrdinalIgnoreCase) || name.Equals("lock", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("lockfile", StringComparison.OrdinalIgnoreCase);

    /// <summary>The constant end of a path: of a joined path its last part.</summary>
    private static string? LastPart(IOperation path, FactContext context, CancellationToken cancellationToken, int depth)
    {
        if (depth > 4)
        {
            return null;
        }

        var value = path.Core();
        return value switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            ILocalReferenceOperation local => LocalWrites.Single(local) is { } written ? LastPart(written, context, cancellationToken, depth + 1) : null,
            IFieldReferenceOperation { Field: var field } =>
                SourceBodies.Of(context).Values(field, cancellationToken).ToArray() is [var only] ? LastPart(only, context, cancellationToken, depth + 1) : null,
            IBinaryOperation { RightOperand: var end } => LastPart(end, context, cancellationToken, depth + 1),
            IInterpolatedStringOperation { Parts: [.., IInterpolatedStringTextOperation { Text: var end }] } => LastPart(end, context, cancellationToken, depth + 1),
            IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType.Name: "Path" }, Arguments: [.., var last] } =>
                LastPart(last.Value is IArrayCreationOperation { Initializer.ElementValues: [.., var element] } ? element : last.Value, context, cancellationToken, depth + 1),
            _ => null,
        };
    }
}
