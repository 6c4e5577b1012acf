using System.Text;
using Spof.Code.Discovery;

namespace Spof.Code.Projects;

/// <summary>
/// Replaces <c>$(Name)</c>, the string functions and the few path functions that project files use by their values. No code is
/// run; an expression that is not listed here is reported as not understood.
/// </summary>
internal sealed class Expansion(PropertyTable properties, ScanRoot root)
{
    private const int MaxDepth = 16;

    public ExpandedText Expand(string text) => Expand(text, 0);

    private ExpandedText Expand(string text, int depth)
    {
        if (!text.Contains("$(", StringComparison.Ordinal))
        {
            return new ExpandedText(text);
        }

        if (depth > MaxDepth)
        {
            return new ExpandedText("", text);
        }

        var result = new StringBuilder();
        string? notUnderstood = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || i + 1 >= text.Length || text[i + 1] != '(')
            {
                result.Append(text[i]);
                continue;
            }

            var end = ClosingParenthesis(text, i + 1);
            if (end < 0)
            {
                return new ExpandedText(result.ToString(), text);
            }

            var value = Evaluate(text[(i + 2)..end].Trim(), depth);
            result.Append(value.Text);
            notUnderstood ??= value.NotUnderstood;
            i = end;
        }

        return new ExpandedText(result.ToString(), notUnderstood);
    }

    private ExpandedText Evaluate(string expression, int depth)
    {
        if (expression.StartsWith('['))
        {
            return StaticFunction(expression, depth);
        }

        var dot = expression.IndexOf('.');
        if (dot < 0)
        {
            return expression.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') ? properties[expression] : new ExpandedText("", expression);
        }

        var value = properties[expression[..dot]];
        return value.IsUnderstood ? Members(value.Text, expression, dot, depth) : value;
    }

    /// <summary>Applies <c>.Method(…)</c> after <c>.Method(…)</c> to a string.</summary>
    private ExpandedText Members(string value, string expression, int dot, int depth)
    {
        while (dot < expression.Length)
        {
            var open = expression.IndexOf('(', dot);
            var close = open < 0 ? -1 : ClosingParenthesis(expression, open);
            if (close < 0 || expression[dot] != '.' || Arguments(expression[(open + 1)..close], depth) is not { } arguments)
            {
                return new ExpandedText("", expression);
            }

            if (StringMethod(value, expression[(dot + 1)..open].Trim(), arguments) is not { } next)
            {
                return new ExpandedText("", expression);
            }

            value = next;
            dot = close + 1;
        }

        return new ExpandedText(value);
    }

    private static string? StringMethod(string value, string method, string[] arguments) => (method.ToUpperInvariant(), arguments) switch
    {
        ("CONTAINS", [var a]) => value.Contains(a, StringComparison.Ordinal).ToString(),
        ("STARTSWITH", [var a]) => value.StartsWith(a, StringComparison.Ordinal).ToString(),
        ("ENDSWITH", [var a]) => value.EndsWith(a, StringComparison.Ordinal).ToString(),
        ("REPLACE", [{ Length: > 0 } a, var b]) => value.Replace(a, b, StringComparison.Ordinal),
        ("TOLOWER" or "TOLOWERINVARIANT", []) => value.ToLowerInvariant(),
        ("TOUPPER" or "TOUPPERINVARIANT", []) => value.ToUpperInvariant(),
        ("TRIM", []) => value.Trim(),
        ("TRIMSTART", [{ Length: 1 } a]) => value.TrimStart(a[0]),
        ("TRIMEND", [{ Length: 1 } a]) => value.TrimEnd(a[0]),
        _ => null,
    };

    private ExpandedText StaticFunction(string expression, int depth)
    {
        var name = expression.IndexOf("]::", StringComparison.Ordinal);
        var open = name < 0 ? -1 : expression.IndexOf('(', name);
        var close = open < 0 ? -1 : ClosingParenthesis(expression, open);
        if (close != expression.Length - 1 || close < 0 || Arguments(expression[(open + 1)..close], depth) is not { } arguments)
        {
            return new ExpandedText("", expression);
        }

        var result = Call(expression[1..name] + "." + expression[(name + 3)..open].Trim(), arguments);
        return result is null ? new ExpandedText("", expression) : new ExpandedText(result);
    }

    private string? Call(string function, string[] arguments) => (function.ToUpperInvariant(), arguments) switch
    {
        ("MSBUILD.GETPATHOFFILEABOVE", [var file]) => FileAbove(properties["MSBuildThisFileDirectory"].Text, file),
        ("MSBUILD.GETPATHOFFILEABOVE", [var file, var from]) => FileAbove(Absolute(from), file),
        ("MSBUILD.GETDIRECTORYNAMEOFFILEABOVE", [var from, var file]) => Path.GetDirectoryName(FileAbove(Absolute(from), file)) ?? "",
        ("MSBUILD.NORMALIZEPATH", { Length: > 0 }) => Absolute(Path.Combine([.. arguments.Select(ScanRoot.Native)])),
        ("MSBUILD.NORMALIZEDIRECTORY", { Length: > 0 }) =>
            Absolute(Path.Combine([.. arguments.Select(ScanRoot.Native)])) + Path.DirectorySeparatorChar,
        ("MSBUILD.ENSURETRAILINGSLASH", [var path]) =>
            path.Length == 0 || path[^1] is '/' or '\\' ? path : path + Path.DirectorySeparatorChar,
        ("MSBUILD.VALUEORDEFAULT", [var value, var fallback]) => value.Length > 0 ? value : fallback,
        ("MSBUILD.ISTARGETFRAMEWORKCOMPATIBLE", [var target, var candidate]) =>
            TargetFramework.Parse(target) is { } t && TargetFramework.Parse(candidate) is { } c ? t.CanUse(c).ToString() : null,
        ("MSBUILD.GETTARGETFRAMEWORKIDENTIFIER", [var target]) => TargetFramework.Parse(target)?.Family switch
        {
            FrameworkFamily.Net => ".NETCoreApp",
            FrameworkFamily.NetStandard => ".NETStandard",
            FrameworkFamily.NetFramework => ".NETFramework",
            _ => null,
        },
        ("SYSTEM.IO.PATH.COMBINE", { Length: > 0 }) => Path.Combine([.. arguments.Select(ScanRoot.Native)]),
        ("SYSTEM.IO.PATH.GETFULLPATH", [var path]) => Absolute(path),
        ("SYSTEM.IO.PATH.GETFILENAME", [var path]) => Path.GetFileName(ScanRoot.Native(path)),
        ("SYSTEM.IO.PATH.GETDIRECTORYNAME", [var path]) => Path.GetDirectoryName(ScanRoot.Native(path)) ?? "",
        ("SYSTEM.STRING.ISNULLOREMPTY", [var value]) => (value.Length == 0).ToString(),
        _ => null,
    };

    private string Absolute(string path) => ScanRoot.Combine(properties["MSBuildProjectDirectory"].Text, path);

    /// <summary>Empty when there is none.</summary>
    private string FileAbove(string directory, string file) => root.FileAbove(file, directory) ?? "";

    /// <summary>Arguments of a call, unquoted and expanded; null when one of them is not understood.</summary>
    private string[]? Arguments(string text, int depth)
    {
        var arguments = new List<string>();
        var start = 0;
        var nested = 0;
        var quote = '\0';
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && nested == 0 && quote == '\0'))
            {
                var argument = text[start..i].Trim();
                if (argument.Length > 0 || arguments.Count > 0 || i < text.Length)
                {
                    var expanded = Expand(Unquoted(argument), depth + 1);
                    if (!expanded.IsUnderstood)
                    {
                        return null;
                    }

                    arguments.Add(expanded.Text);
                }

                start = i + 1;
            }
            else if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '\'' or '"' or '`')
            {
                quote = text[i];
            }
            else
            {
                nested += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }

        return [.. arguments];
    }

    private static string Unquoted(string argument) =>
        argument.Length >= 2 && argument[0] == argument[^1] && argument[0] is ('\'' or '"' or '`') ? argument[1..^1] : argument;

    private static int ClosingParenthesis(string text, int open)
    {
        var nested = 0;
        var quote = '\0';
        for (var i = open; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '\'' or '"' or '`')
            {
                quote = text[i];
            }
            else if (text[i] == '(')
            {
                nested++;
            }
            else if (text[i] == ')' && --nested == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
