using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Spof.Text;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Base of the fixes in configuration files, which the compiler knows as additional files.</summary>
public abstract class SettingsCodeFix : CodeFixProvider
{
    /// <summary>What the lightbulb says.</summary>
    protected abstract string Title { get; }

    /// <summary>None: the batch fixer puts together changes of source files only.</summary>
    public sealed override FixAllProvider? GetFixAllProvider() => null;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.TextDocument is not AdditionalDocument file)
        {
            return;
        }

        var text = await file.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var source = text.ToString();
        if (JsonReader.Parse(source).Root is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (Change(source, root, diagnostic) is { } change)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, _ => Task.FromResult(file.Project.Solution.WithAdditionalDocumentText(file.Id, text.WithChanges(change))), Title), diagnostic);
            }
        }
    }

    /// <summary>What changes in the file; null where there is nothing to offer.</summary>
    private protected abstract TextChange? Change(string source, JsonValue root, Diagnostic diagnostic);

    protected static ImmutableArray<string> Ids(params string[] ids) => ids.ToImmutableArray();
}
