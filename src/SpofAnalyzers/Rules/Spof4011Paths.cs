using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Tells paths below the program's own folder from all others.</summary>
internal static class Spof4011Paths
{
    private const int MaxSteps = 6;

    /// <summary>Words of folders and files that may be lost.</summary>
    private static readonly string[] Passing = ["temp", "tmp", "log", "cache", "thumb", "dump", "trace", "health"];

    /// <summary>Folders that are named for what is kept.</summary>
    private static readonly string[] Kept = ["uploads", "upload", "App_Data", "wwwroot"];

    /// <summary>The root of the path in words, when it is the program's own folder; null for other, configured and passing places.</summary>
    public static string? Root(IOperation path, FactContext context, CancellationToken cancellationToken)
    {
        var parts = new List<IOperation>();
        if (!Split(path, parts, context, cancellationToken, 0) || parts.Count == 0 || parts.Any(IsPassing))
        {
            return null;
        }

        return parts[0] switch
        {
            IPropertyReferenceOperation { Property: { Name: "ContentRootPath" or "WebRootPath" or "BaseDirectory" or "CurrentDirectory" } property } when IsFramework(property) => property.Name,
            IInvocationOperation { TargetMethod: { Name: "GetCurrentDirectory", ContainingType.Name: "Directory" } method } => method.Name,
            { ConstantValue: { HasValue: true, Value: string text } } => Kept.FirstOrDefault(k => StartsWithFolder(text, k)),
            _ => null,
        };
    }

    /// <summary>The values that a path is joined from; false when it is too long to follow.</summary>
    private static bool Split(IOperation path, List<IOperation> parts, FactContext context, CancellationToken cancellationToken, int depth)
    {
        if (depth > MaxSteps)
        {
            return false;
        }

        IEnumerable<IOperation> inner;
        switch (path.Core())
        {
            case { ConstantValue.HasValue: true } constant:
                parts.Add(constant);
                return true;
            case ILocalReferenceOperation local when LocalWrites.Single(local) is { } written:
                inner = [written];
                break;
            case IFieldReferenceOperation { Field: { } field } reference when SourceBodies.Of(context).Values(field, cancellationToken).ToArray() is [var only] && only != reference:
                inner = [only];
                break;
            case IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false } own } when MemberWrites.Of(context).Returned(own.OriginalDefinition, cancellationToken) is { } returned:
                inner = [returned];
                break;
            case IPropertyReferenceOperation { Property: { IsVirtual: false, IsOverride: false } own } when MemberWrites.Of(context).Returned(own.OriginalDefinition, cancellationToken) is { } held:
                inner = [held];
                break;
            case IInvocationOperation { TargetMethod: { Name: "Combine" or "Join" or "GetFullPath", ContainingType.Name: "Path" } } join:
                inner = join.Arguments.SelectMany(a => a.Value is IArrayCreationOperation { Initializer.ElementValues: var elements } ? elements.AsEnumerable() : [a.Value]);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                inner = [sum.LeftOperand, sum.RightOperand];
                break;
            case IInterpolatedStringOperation { Parts: var pieces }:
                inner = pieces.Select(p => p is IInterpolatedStringTextOperation text ? text.Text : ((IInterpolationOperation)p).Expression);
                break;
            case var other:
                parts.Add(other);
                return true;
        }

        return inner.All(i => Split(i, parts, context, cancellationToken, depth + 1));
    }

    private static bool IsPassing(IOperation part)
    {
        var text = part switch
        {
            { ConstantValue: { HasValue: true, Value: string constant } } => constant,
            IMemberReferenceOperation member => member.Member.Name,
            IInvocationOperation call => call.TargetMethod.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            _ => "",
        };
        return Passing.Any(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && !IsInsideWord(text, at));
    }

    /// <summary>"catalog" and "attempt" are no logs and no temporary files.</summary>
    private static bool IsInsideWord(string text, int at) => at > 0 && char.IsLetter(text[at - 1]) && char.IsLower(text[at]);

    private static bool StartsWithFolder(string path, string folder)
    {
        var start = path.StartsWith("./", StringComparison.Ordinal) ? 2 : 0;
        return string.Compare(path, start, folder, 0, folder.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (path.Length == start + folder.Length || path[start + folder.Length] is '/' or '\\');
    }

    private static bool IsFramework(IPropertySymbol property) => !property.Locations.Any(l => l.IsInSource);
}
