using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>The one host that code fixes by a constant; what it is, the rules decide.</summary>
internal static class HardCodedAddress
{
    /// <summary>
    /// The endpoint that a sink of a server is given as a constant; null for any other source, for defaults that can be overridden, for relative
    /// addresses, for lists, and for code that runs in development only.
    /// </summary>
    public static ParsedEndpoint? Of(EndpointSink sink, FactContext context) =>
        context.Options.ApplicationKind == ApplicationKind.Server && !sink.IsDevelopmentOnly
        && sink.Address is { Source: AddressSource.Literal, Text: { } text } && !IsOverridable(sink.Address.Location)
            ? OneHost(text, sink)
            : null;

    private static ParsedEndpoint? OneHost(string text, EndpointSink sink)
    {
        // "fd12::1" as it is given to IPAddress.Parse: without brackets, no other text has that form.
        var name = HostClassifier.Normalize(text);
        if (name.IndexOf(':') >= 0 && HostClassifier.ParseAddress(name) is not null)
        {
            return new ParsedEndpoint(name);
        }

        // A property of a connection string builder holds the value alone, in the form that its keyword has.
        var isValueOfKeyword = sink.Provider is ConnectionProvider.SqlServer or ConnectionProvider.PostgreSql or ConnectionProvider.MySql
            && text.IndexOf('=') < 0;
        var parsed = EndpointParser.Parse(isValueOfKeyword ? "Server=" + text : text, sink.Provider);
        var namesHost = parsed.Form == AddressForm.Uri || sink.DependencyKind is not ("http" or "grpc" or "websocket");
        return namesHost && parsed.Endpoints.Count == 1 ? parsed.Endpoints[0] : null;
    }

    /// <summary>Defaults of settable properties and of parameters are configuration, not hard-coding.</summary>
    public static bool IsOverridable(Location location)
    {
        var node = location.SourceTree?.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        for (; node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or EqualsValueClauseSyntax; node = node.Parent)
        {
            if (node is EqualsValueClauseSyntax { Parent: ParameterSyntax })
            {
                return true;
            }

            if (node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property })
            {
                return property.AccessorList?.Accessors.Any(a => a.IsKind(SyntaxKind.SetAccessorDeclaration) || a.IsKind(SyntaxKind.InitAccessorDeclaration)) == true
                    && !property.Modifiers.Any(SyntaxKind.StaticKeyword);
            }
        }

        return false;
    }
}
