using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Where one file mentions names that matter for HTTP: found once per file from its tokens, kept as long as the file does not
/// change. Nothing is bound here.
/// </summary>
internal sealed class HttpMentions
{
    private static readonly ConditionalWeakTable<SyntaxTree, HttpMentions> Cache = new();

    /// <summary>A file without any of these in its text has no mention; cheaper than its tokens.</summary>
    private static readonly string[] Needles = ["Http", "RestService", "AddRefit", "Grpc", "ServiceDefaults"];

    private static readonly HashSet<string> RegistrationNames = new(StringComparer.Ordinal)
    {
        "AddHttpClient", "AddRefitClient", "AddRefitGeneratedClient", "AddGrpcClient",
    };

    private static readonly HashSet<string> ConstructionNames = new(StringComparer.Ordinal) { "CreateClient", "For", "ForAddress" };

    private HttpMentions(
        IReadOnlyList<int> registrations, IReadOnlyList<int> constructions, IReadOnlyList<int> calls, IReadOnlyList<int> settings,
        IReadOnlyList<int> wrappers, int? handlerHook)
    {
        Registrations = registrations;
        Constructions = constructions;
        Calls = calls;
        Settings = settings;
        Wrappers = wrappers;
        HandlerHook = handlerHook;
    }

    private static HttpMentions None { get; } = new([], [], [], [], [], null);

    /// <summary>Positions of <c>AddHttpClient</c> and the like.</summary>
    public IReadOnlyList<int> Registrations { get; }

    /// <summary>Positions of <c>new HttpClient</c> (the keyword), <c>CreateClient</c>, <c>RestService.For</c>, <c>GrpcChannel.ForAddress</c>.</summary>
    public IReadOnlyList<int> Constructions { get; }

    /// <summary>Positions of method names that send a request.</summary>
    public IReadOnlyList<int> Calls { get; }

    /// <summary>Positions of <c>BaseAddress</c> and <c>Timeout</c> on the left of an assignment.</summary>
    public IReadOnlyList<int> Settings { get; }

    /// <summary>Positions of <c>ConfigureHttpClientDefaults</c> and of called names that may wrap it.</summary>
    public IReadOnlyList<int> Wrappers { get; }

    /// <summary>
    /// Position of a name through which a file reaches into the handlers of every client (<c>IHttpMessageHandlerBuilderFilter</c>),
    /// when the file also speaks of resilience.
    /// </summary>
    public int? HandlerHook { get; }

    public static bool Registers(string method) => RegistrationNames.Contains(method);

    public static bool Constructs(string method) => ConstructionNames.Contains(method);

    public static HttpMentions Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Cache.TryGetValue(tree, out var known))
        {
            return known;
        }

        var read = Read(tree, null, cancellationToken);
        return Cache.GetValue(tree, _ => read);
    }

    /// <summary>The mentions of a file in a compilation whose files may speak of clients by other names; not kept.</summary>
    public static HttpMentions Of(SyntaxTree tree, ClientTypeNames names, CancellationToken cancellationToken) =>
        names.MayBeAnywhere ? Read(tree, names, cancellationToken) : Of(tree, cancellationToken);

    private static HttpMentions Read(SyntaxTree tree, ClientTypeNames? names, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken).ToString();
        var speaks = ResilienceNames.Speaks(text);
        if (names is null && !speaks && !Array.Exists(Needles, n => text.IndexOf(n, StringComparison.Ordinal) >= 0))
        {
            return None;
        }

        var scan = new Scan(
            speaks,
            names,
            names is not null || text.IndexOf("HttpClient", StringComparison.Ordinal) >= 0 || text.IndexOf("CreateClient", StringComparison.Ordinal) >= 0);
        foreach (var token in tree.GetRoot(cancellationToken).DescendantTokens())
        {
            cancellationToken.ThrowIfCancellationRequested();
            scan.Visit(token);
        }

        return scan.Result();
    }

    /// <summary>Sorts the tokens of one file.</summary>
    private sealed class Scan(bool speaksOfResilience, ClientTypeNames? names, bool mentionsClient)
    {
        private readonly List<int> _registrations = [];
        private readonly List<int> _constructions = [];
        private readonly List<int> _calls = [];
        private readonly List<int> _settings = [];
        private readonly List<int> _wrappers = [];
        private int? _handlerHook;
        private string? _alias;

        public void Visit(SyntaxToken token)
        {
            if (token.IsKind(SyntaxKind.NewKeyword))
            {
                if (mentionsClient && CreatesClient(token.Parent))
                {
                    _constructions.Add(token.SpanStart);
                }
            }
            else if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax name)
            {
                Visit(token, name);
            }
        }

        public HttpMentions Result() => new(_registrations, _constructions, _calls, _settings, _wrappers, _handlerHook);

        private void Visit(SyntaxToken token, SimpleNameSyntax name)
        {
            var text = token.ValueText;
            if (name.Parent is NameEqualsSyntax { Parent: UsingDirectiveSyntax { Name: { } target } } && TreeNames.NameOf(target) == "HttpClient")
            {
                _alias = text;
                return;
            }

            if (text is "BaseAddress" or "Timeout")
            {
                SyntaxNode left = name.Parent is MemberAccessExpressionSyntax access ? access : name;
                if (mentionsClient && left.Parent is AssignmentExpressionSyntax assignment && assignment.Left == left)
                {
                    _settings.Add(token.SpanStart);
                }

                return;
            }

            if (speaksOfResilience && text is ("IHttpMessageHandlerBuilderFilter" or "HttpMessageHandlerBuilderActions"))
            {
                _handlerHook = token.SpanStart;
                return;
            }

            if (TreeNames.InvocationOf(name) is null)
            {
                return;
            }

            if (Registers(text))
            {
                _registrations.Add(token.SpanStart);
            }
            else if (Constructs(text))
            {
                _constructions.Add(token.SpanStart);
            }
            else if (HttpMethods.Sends(text))
            {
                if (mentionsClient || HttpMethods.IsSpecific(text))
                {
                    _calls.Add(token.SpanStart);
                }
            }
            else if (text == "ConfigureHttpClientDefaults" || ResilienceNames.IsServiceDefaults(text) || ResilienceNames.Speaks(text))
            {
                _wrappers.Add(token.SpanStart);
            }
        }

        /// <summary>A <c>new()</c> whose type only binding tells is looked at: the file speaks of clients.</summary>
        private bool CreatesClient(SyntaxNode? creation) => creation switch
        {
            ObjectCreationExpressionSyntax { Type: var type } => IsClient(type),
            ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax value } => value.Parent switch
            {
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => IsClient(declaration.Type),
                PropertyDeclarationSyntax property => IsClient(property.Type),
                _ => false,
            },
            ImplicitObjectCreationExpressionSyntax => true,
            _ => false,
        };

        private bool IsClient(TypeSyntax type) => TreeNames.NameOf(type) is { } name && (name == "HttpClient" || name == _alias || names?.IsAlias(name) == true);
    }
}
