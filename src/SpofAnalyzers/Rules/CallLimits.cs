using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Finds calls that nothing but the client could limit.</summary>
internal static class CallLimits
{
    /// <summary>A call without a token or a limit of its own; null when there is none, or when the client also streams, where no limit is right.</summary>
    public static CallSite? Unlimited(ClientFact client, FactContext context, CancellationToken cancellationToken)
    {
        CallSite? unlimited = null;
        foreach (var site in client.Calls)
        {
            if (site.Location.SourceTree is not { } tree
                || tree.GetText(cancellationToken).ToString().IndexOf("event-stream", StringComparison.OrdinalIgnoreCase) >= 0
                || CallAt(tree, site.Location, context, cancellationToken) is not { } call || Streams(call))
            {
                return null;
            }

            if (!site.IsPiped && !IsLimited(call))
            {
                unlimited ??= site;
            }
        }

        return unlimited;
    }

    private static IInvocationOperation? CallAt(SyntaxTree tree, Location location, FactContext context, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } syntax
            ? SourceBodies.Of(context).At(syntax, cancellationToken) as IInvocationOperation : null;

    private static bool Streams(IInvocationOperation call) =>
        call.TargetMethod.Name is "GetStreamAsync" or "GetByteArrayAsync" or "GetFromJsonAsAsyncEnumerable"
        || call.Arguments.Any(a => a.Value.Core() is IFieldReferenceOperation { Field.Name: "ResponseHeadersRead" });

    private static bool IsLimited(IInvocationOperation call) =>
        call.User() is IInvocationOperation { TargetMethod.Name: "WaitAsync" }
        || call.Arguments.Any(a => a is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: "CancellationToken" }
            && a.Value.Core() is not (IPropertyReferenceOperation { Property.Name: "None" } or IDefaultValueOperation));
}
