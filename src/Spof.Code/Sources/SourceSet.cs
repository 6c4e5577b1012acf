using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Model;

namespace Spof.Code.Sources;

/// <summary>The parsed sources of a project.</summary>
/// <param name="All">Trees to compile.</param>
/// <param name="Written">Trees to search for facts.</param>
/// <param name="Gaps">Files that could not be read.</param>
internal sealed record ProjectSources(ImmutableArray<SyntaxTree> All, ImmutableArray<SyntaxTree> Written, ImmutableArray<Gap> Gaps);

/// <summary>Parses sources; a file that several projects compile with the same options is parsed once.</summary>
internal sealed class SourceSet(ScanRoot root)
{
    private readonly ConcurrentDictionary<(string Path, string Options), Lazy<ParsedSource>> _parsed = new();

    public ProjectSources Parse(ProjectFile project, CancellationToken cancellationToken)
    {
        var options = new CSharpParseOptions(
            project.LanguageVersion, DocumentationMode.None, preprocessorSymbols: project.PreprocessorSymbols);
        var key = project.LanguageVersion + "|" + string.Join('|', project.PreprocessorSymbols);
        var all = ImmutableArray.CreateBuilder<SyntaxTree>(project.Sources.Length + 1);
        var written = ImmutableArray.CreateBuilder<SyntaxTree>(project.Sources.Length);
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        foreach (var path in project.Sources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = Parsed(path);
            if (source.Gap is not null)
            {
                gaps.Add(source.Gap);
            }

            if (source.Tree is null)
            {
                continue;
            }

            all.Add(source.Tree);
            if (source.Role == SourceRole.Written)
            {
                written.Add(source.Tree);
            }
        }

        foreach (var tree in new RazorFiles(root, project, options, gaps).Trees())
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Add(tree);
            written.Add(tree);
        }

        gaps.AddRange(OtherFrameworkCode.NotRead(root, project, written));
        foreach (var generated in project.Generated)
        {
            all.Add(CSharpSyntaxTree.ParseText(generated.Text, options, generated.Name, cancellationToken));
        }

        if (ItemsOf(project) is { Length: > 0 } items)
        {
            all.Add(CSharpSyntaxTree.ParseText(items, options, path: project.AssemblyName + ".Items.g.cs", cancellationToken: cancellationToken));
        }

        AddEarlier(all, gaps, project.GeneratedBefore.Except(project.Sources, ScanRoot.PathComparer), Parsed);
        return new ProjectSources(all.ToImmutable(), written.ToImmutable(), gaps.ToImmutable());

        ParsedSource Parsed(string path) => _parsed.GetOrAdd((path, key), k => new Lazy<ParsedSource>(() => Parse(k.Path, options))).Value;
    }

    /// <summary>An earlier build may be an old one: what it declares a second time is left to the source that is there now.</summary>
    private static void AddEarlier(ImmutableArray<SyntaxTree>.Builder all, ImmutableArray<Gap>.Builder gaps, IEnumerable<string> paths, Func<string, ParsedSource> parse)
    {
        DeclaredTypes? declared = null;
        foreach (var source in paths.Select(parse))
        {
            declared ??= DeclaredTypes.In(all);
            if (source.Gap is not null)
            {
                gaps.Add(source.Gap);
            }
            else if (source.Tree is not null && declared.TryAdd(source.Tree))
            {
                all.Add(source.Tree);
            }
        }
    }

    private ParsedSource Parse(string path, CSharpParseOptions options)
    {
        if (!root.Contains(path))
        {
            return new ParsedSource(null, SourceRole.Written, new Gap(root.At(path), "The file is a link that leaves the scanned root; not followed."));
        }

        try
        {
            var text = SourceFile.Read(path);
            var relative = root.Relative(path);
            var role = SourceFile.RoleOf(relative, text);
            if (role == SourceRole.Migration)
            {
                return new ParsedSource(null, role, null);
            }

            if (Nesting.TooDeepAt(text) is { } deep)
            {
                return new ParsedSource(null, role, new Gap(At(relative, text.Lines.GetLinePosition(deep)), $"Brackets or operators nest deeper than {Nesting.Limit} levels; the file is not read.", GapKind.Error));
            }

            var tree = CSharpSyntaxTree.ParseText(text, options, relative);
            return new ParsedSource(tree, role, SyntaxErrorOf(tree));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new ParsedSource(null, SourceRole.Written, new Gap(root.At(path), $"File cannot be read: {Reasons.Of(e)}.", GapKind.Error));
        }
    }

    /// <summary>The first place that is no C#; what the parser made of the rest still serves. An <c>#error</c> is meant, not wrong.</summary>
    private static Gap? SyntaxErrorOf(SyntaxTree tree)
    {
        if (tree.GetDiagnostics().FirstOrDefault(d => d is { Severity: DiagnosticSeverity.Error, Id: not "CS1029" }) is not { } error)
        {
            return null;
        }

        return new Gap(
            At(tree.FilePath, error.Location.GetLineSpan().StartLinePosition),
            $"Not valid C# ({error.Id}: {error.GetMessage(CultureInfo.InvariantCulture).TrimEnd('.')}); what stands near it may be missed.",
            GapKind.Error);
    }

    private static SourcePosition At(string path, LinePosition position) => new(path, position.Line + 1, position.Character + 1);

    /// <summary>What the build writes into generated sources for items of the project file. Values that are no names are left out.</summary>
    private static string ItemsOf(ProjectFile project)
    {
        var text = new StringBuilder();
        foreach (var u in project.Usings.Distinct().Where(u => IsName(u.Name) && (u.Alias is null || IsName(u.Alias))))
        {
            text.Append("global using ").Append(u.IsStatic ? "static " : "").Append(u.Alias is null ? "" : u.Alias + " = ").Append("global::").Append(u.Name).Append(";\n");
        }

        foreach (var friend in project.Friends.Where(IsName))
        {
            text.Append("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"").Append(friend).Append("\")]\n");
        }

        return text.ToString();
    }

    private static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '<' or '>' or ',' or ' ');

    private sealed record ParsedSource(SyntaxTree? Tree, SourceRole Role, Gap? Gap);
}
