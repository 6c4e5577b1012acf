using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Model;

namespace Spof.Code.Sources;

/// <summary>
/// A project that builds for several frameworks is read for the most capable one, which is what runs. What stands in its files for the
/// others alone is told: the answer lacks it only where one of those is deployed.
/// </summary>
internal static class OtherFrameworkCode
{
    /// <summary>Files that are named in a note; the others are only counted.</summary>
    private const int MaxNamed = 5;

    /// <param name="root">The scanned root.</param>
    /// <param name="project">The project.</param>
    /// <param name="written">Its trees, parsed for the chosen framework.</param>
    public static IEnumerable<Gap> NotRead(ScanRoot root, ProjectFile project, IEnumerable<SyntaxTree> written)
    {
        if (project.OtherFrameworks.IsEmpty)
        {
            yield break;
        }

        var places = new List<string>();
        var monikers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in written)
        {
            if (FirstIn(tree, project.OtherFrameworks) is var (position, frameworks))
            {
                places.Add($"{tree.FilePath}:{tree.GetText().Lines.GetLinePosition(position).Line + 1}");
                monikers.UnionWith(frameworks);
            }
        }

        if (places.Count > 0)
        {
            yield return new Gap(
                root.At(project.Path),
                $"Read for {project.ChosenFramework}; code for {string.Join(", ", monikers)} alone is not read: {Some(places)}.",
                GapKind.Note);
        }

        var files = project.OtherFrameworks.SelectMany(o => o.Sources).Except(project.Sources, ScanRoot.PathComparer).ToArray();
        if (files.Length > 0)
        {
            var frameworks = project.OtherFrameworks.Where(o => o.Sources.Intersect(files, ScanRoot.PathComparer).Any()).Select(o => o.Moniker);
            yield return new Gap(
                root.At(project.Path),
                $"Read for {project.ChosenFramework}; files for {string.Join(", ", frameworks)} alone are not read: {Some([.. files.Select(root.Relative)])}.",
                GapKind.Note);
        }
    }

    private static string Some(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MaxNamed)) + (names.Count > MaxNamed ? $" and {names.Count - MaxNamed} more" : "");

    /// <summary>Where the first such code of a file begins, and for which frameworks it is.</summary>
    private static (int Position, IReadOnlyList<string> Frameworks)? FirstIn(SyntaxTree tree, ImmutableArray<OtherFramework> others)
    {
        var here = DisabledIn(tree);
        if (here.Length == 0)
        {
            return null;
        }

        int? first = null;
        var frameworks = new List<string>();
        foreach (var other in others)
        {
            var options = ((CSharpParseOptions)tree.Options).WithPreprocessorSymbols(other.PreprocessorSymbols);
            var there = DisabledIn(CSharpSyntaxTree.ParseText(tree.GetText(), options));
            var only = here.Where(h => !there.Any(t => t.Contains(h.Start))).ToArray();
            if (only.Length > 0)
            {
                frameworks.Add(other.Moniker);
                first = Math.Min(first ?? int.MaxValue, only[0].Start);
            }
        }

        return first is { } position ? (position, frameworks) : null;
    }

    /// <summary>Parts of a file that conditions leave out, without the space around them.</summary>
    private static TextSpan[] DisabledIn(SyntaxTree tree)
    {
        var top = tree.GetRoot();
        return !top.ContainsDirectives ? [] :
        [
            .. top.DescendantTrivia(n => n.ContainsDirectives).Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia))
                .Select(t => Trimmed(tree.GetText(), t.Span)).Where(s => !s.IsEmpty),
        ];
    }

    private static TextSpan Trimmed(SourceText text, TextSpan span)
    {
        var start = span.Start;
        var end = span.End;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
