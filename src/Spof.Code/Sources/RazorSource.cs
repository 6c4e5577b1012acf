using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spof.Code.Projects;

namespace Spof.Code.Sources;

/// <summary>
/// The C# of a Razor file that can be told without a Razor compiler: what is injected and the members of its <c>@code</c> or
/// <c>@functions</c> blocks, each in the line where the file has it. Markup, and what is called within it, is not read.
/// </summary>
/// <param name="Text">A class of the file's name.</param>
/// <param name="IsWhole">False when something is left that may hold statements.</param>
internal sealed record RazorSource(string Text, bool IsWhole)
{
    private const string ComponentUsings = "using System;using System.Collections.Generic;using System.Linq;using System.Threading.Tasks;using Microsoft.AspNetCore.Components;";
    private const string ViewUsings = "using System;using System.Collections.Generic;using System.Linq;using System.Threading.Tasks;using Microsoft.AspNetCore.Mvc;using Microsoft.AspNetCore.Mvc.Rendering;";

    /// <summary>More than people write; each is looked at with all that follows it.</summary>
    private const int MaxBlocks = 20;

    // Without backtracking: the time to read a file grows with its length alone, whatever it holds.
    private static readonly Regex Comment = new(@"@\*.*?\*@", RegexOptions.Singleline | RegexOptions.NonBacktracking);

    /// <summary>An injected property, or the beginning of a block of members.</summary>
    private static readonly Regex CSharpPart = new(@"^[ \t]*@inject[ \t]+(?<type>[\w.:<>,?\[\] \t]+?)[ \t]+(?<name>\w+)[ \t]*;?[ \t]*\r?$|@(code|functions)\s*(?<open>\{)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static readonly Regex Using = new(@"^[ \t]*@using[ \t]+(?<name>[\w.:<>,= \t]+?)[ \t]*;?[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static readonly Regex Namespace = new(@"^[ \t]*@namespace[ \t]+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static readonly Regex Inherits = new(@"^[ \t]*@inherits[ \t]+(?<name>[\w.:<>,?\[\] \t]+?)[ \t]*;?[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static readonly Regex TypeParameter = new(@"^[ \t]*@typeparam[ \t]+(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>A block of statements, a call that is waited for, or a block of members that was not understood.</summary>
    private static readonly Regex Statement = new(@"@\{|\bawait\b|@(code|functions)\s*\{|@inject\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <param name="path">Full path of the file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="imports">Texts of the imports that count for it, outermost first.</param>
    /// <param name="project">The project that it belongs to.</param>
    public static RazorSource Read(string path, string text, IReadOnlyList<string> imports, ProjectFile project)
    {
        text = Comment.Replace(text, m => Blank(m.Value));
        var options = new CSharpParseOptions(project.LanguageVersion);
        var members = new StringBuilder();
        var markup = new StringBuilder();
        var at = 0;
        var blocks = 0;
        foreach (Match part in CSharpPart.Matches(text))
        {
            if (part.Index < at)
            {
                continue;
            }

            Skip(part.Index);
            if (part.Groups["open"] is { Success: true, Index: var open })
            {
                if (++blocks > MaxBlocks || LengthOfBlock(text[open..], options) is not { } length)
                {
                    // Where it ends is not known.
                    Skip(text.Length);
                    break;
                }

                members.Append(Blank(text[part.Index..(open + 1)])).Append(text, open + 1, length - 2).Append(' ');
                at = open + length;
            }
            else
            {
                members.Append(PropertyOf(part));
                at = part.Index + part.Length;
            }
        }

        Skip(text.Length);
        return new RazorSource(HeaderOf(path, text, imports, project) + members + "\n}}\n", !Statement.IsMatch(markup.ToString()));

        void Skip(int end)
        {
            members.Append(Blank(text[at..end]));
            markup.Append(text, at, end - at).Append('\n');
            at = end;
        }
    }

    /// <summary>All in one line, before what the first line of the file holds.</summary>
    private static string HeaderOf(string path, string text, IReadOnlyList<string> imports, ProjectFile project)
    {
        var isComponent = path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase);
        string[] files = [.. imports, text];
        var header = new StringBuilder(isComponent ? ComponentUsings : ViewUsings);
        foreach (var name in files.SelectMany(f => Using.Matches(f)).Select(m => m.Groups["name"].Value.Trim()).Distinct())
        {
            header.Append("using ").Append(name).Append(';');
        }

        var folders = Path.GetRelativePath(project.Directory, Path.GetDirectoryName(path)!).Split(Path.DirectorySeparatorChar).Where(f => f is not "." and not "..").Select(Identifier);
        var space = Namespace.Match(text) is { Success: true } own ? own.Groups["name"].Value : string.Join('.', folders.Prepend(project.RootNamespace));
        var parameters = string.Join(", ", TypeParameter.Matches(text).Select(m => m.Groups["name"].Value));
        var parent = files.Reverse().Select(f => Inherits.Match(f)).FirstOrDefault(m => m.Success)?.Groups["name"].Value.Trim()
            ?? (isComponent ? "Microsoft.AspNetCore.Components.ComponentBase" : null);
        header.Append("namespace ").Append(space).Append(" { public partial class ").Append(Identifier(Path.GetFileNameWithoutExtension(path)))
            .Append(parameters.Length > 0 ? $"<{parameters}>" : "").Append(parent is null ? "" : " : " + parent).Append(" { ");
        foreach (var inject in imports.SelectMany(f => CSharpPart.Matches(f)).Where(m => m.Groups["type"].Success))
        {
            header.Append(PropertyOf(inject)).Append(' ');
        }

        return header.ToString();
    }

    private static string PropertyOf(Match inject) => $"[Microsoft.AspNetCore.Components.Inject] public {inject.Groups["type"]} {inject.Groups["name"]} {{ get; set; }} = default!;";

    /// <summary>Length of the braces with what is between them; null when that is no list of members, such as one with markup in it.</summary>
    private static int? LengthOfBlock(string text, CSharpParseOptions options)
    {
        const string start = "class C";
        return SyntaxFactory.ParseMemberDeclaration(start + text, options: options, consumeFullText: false) is ClassDeclarationSyntax { ContainsDiagnostics: false } block
            ? block.CloseBraceToken.Span.End - start.Length
            : null;
    }

    private static string Blank(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = from[i] is '\r' or '\n' ? from[i] : ' ';
        }
    });

    private static string Identifier(string name) => string.Concat(name.Select((c, i) => char.IsLetter(c) || c is '_' || (char.IsDigit(c) && i > 0) ? c : '_'));
}
