using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace SpofAnalyzers.LanguageServer;

/// <summary>A project as an editor holds it: analyzers and fixes come from what the project references, texts from the editor.</summary>
internal sealed class OpenProject : IDisposable
{
    private readonly MSBuildWorkspace _workspace;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly ImmutableArray<CodeFixProvider> _fixes;
    private Project _project;

    private OpenProject(MSBuildWorkspace workspace, Project project)
    {
        _workspace = workspace;
        _project = project;
        _analyzers = [.. project.AnalyzerReferences.SelectMany(r => r.GetAnalyzers(LanguageNames.CSharp))];
        _fixes = [.. project.AnalyzerReferences.OfType<AnalyzerFileReference>().SelectMany(FixesOf)];
    }

    /// <param name="folder">Folder with one project, restored before.</param>
    public static async Task<OpenProject> LoadAsync(string folder)
    {
        var workspace = MSBuildWorkspace.Create();
        return new OpenProject(workspace, await workspace.OpenProjectAsync(Directory.GetFiles(folder, "*.csproj").Single()));
    }

    public void Dispose() => _workspace.Dispose();

    /// <summary>From now on the text of the editor counts, whatever is on disk.</summary>
    public void Open(string path, string text) =>
        _project = _project.Solution.WithDocumentText(DocumentAt(path).Id, SourceText.From(text)).GetProject(_project.Id)!;

    public async Task<JsonArray> DiagnosticsAsync(string path)
    {
        var document = DocumentAt(path);
        var text = await document.GetTextAsync();
        return new JsonArray([.. (await FoundAsync(document)).Select(d => Lsp.Diagnostic(d, text))]);
    }

    public async Task<JsonArray> CodeActionsAsync(string path, JsonNode range)
    {
        var document = DocumentAt(path);
        var text = await document.GetTextAsync();
        var asked = Lsp.Span(range, text);
        var answers = new JsonArray();
        foreach (var diagnostic in (await FoundAsync(document)).Where(d => d.Location.SourceSpan.IntersectsWith(asked)))
        {
            foreach (var fix in _fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var offered = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
                foreach (var action in offered)
                {
                    answers.Add(await AnswerAsync(document, text, diagnostic, action));
                }
            }
        }

        return answers;
    }

    private static async Task<JsonNode> AnswerAsync(Document document, SourceText text, Diagnostic diagnostic, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        var edits = (await changed.GetTextAsync()).GetTextChanges(text).Select(c => Lsp.Edit(c, text));
        return new JsonObject
        {
            ["title"] = action.Title,
            ["kind"] = "quickfix",
            ["diagnostics"] = new JsonArray(Lsp.Diagnostic(diagnostic, text)),
            ["edit"] = new JsonObject { ["changes"] = new JsonObject { [new Uri(document.FilePath!).AbsoluteUri] = new JsonArray([.. edits]) } },
        };
    }

    /// <summary>What an editor asks for while typing: this document alone, nothing that waits for the end of the compilation.</summary>
    private async Task<IEnumerable<Diagnostic>> FoundAsync(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var run = compilation.WithAnalyzers(_analyzers, document.Project.AnalyzerOptions);
        var model = compilation.GetSemanticModel((await document.GetSyntaxTreeAsync())!);
        var found = await run.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
        return found.Where(d => !d.IsSuppressed && d.Severity != DiagnosticSeverity.Hidden);
    }

    private Document DocumentAt(string path) => _project.Documents.Single(d => d.FilePath == path);

    private static IEnumerable<CodeFixProvider> FixesOf(AnalyzerFileReference reference) =>
        TypesOf(reference.GetAssembly())
            .Where(t => !t.IsAbstract && t.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true && t.GetConstructor(Type.EmptyTypes) is not null)
            .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!);

    /// <summary>An assembly of the SDK may need others that are not here; of ours every type loads.</summary>
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException some) when (assembly.GetName().Name?.StartsWith("SpofAnalyzers", StringComparison.Ordinal) == false)
        {
            return some.Types.OfType<Type>();
        }
    }
}
