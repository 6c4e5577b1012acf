using System.Collections.Immutable;
using System.Text;
using Spof.Model;

namespace Spof.Manifests.EnvFiles;

/// <summary>
/// Reads the env files of Compose: <c>NAME=value</c>, <c>NAME: value</c>, <c>export</c>, comments, quotes. Values in single quotes
/// are taken literally; all others are interpolated with the variables above them and with those of the project.
/// </summary>
internal static class EnvFileReader
{
    /// <param name="path">Relative to the scanned root.</param>
    /// <param name="text">The content.</param>
    /// <param name="outer">Variables known before this file is read; null for none.</param>
    /// <param name="isRaw">True for <c>format: raw</c>: values are kept as they are, quotes and dollar signs included.</param>
    public static EnvFile Read(string path, string text, Func<string, Variable?>? outer = null, bool isRaw = false)
    {
        var reading = new Reading(path, text, outer, isRaw);
        reading.Run();
        return new EnvFile(path, [.. reading.Variables], [.. reading.Gaps]);
    }

    private sealed class Reading(string path, string text, Func<string, Variable?>? outer, bool isRaw)
    {
        private readonly Dictionary<string, Variable> _byName = new(StringComparer.Ordinal);
        private int _at;
        private int _line = 1;
        private int _lineStart;

        public List<Variable> Variables { get; } = [];

        public List<Gap> Gaps { get; } = [];

        public void Run()
        {
            if (text.Contains('\0'))
            {
                Gaps.Add(new Gap(new SourcePosition(path, 1), "env file is not a text file", GapKind.Error));
                return;
            }

            _at = text.StartsWith('\uFEFF') ? 1 : 0;
            while (_at < text.Length)
            {
                SkipBlanks();
                if (_at < text.Length && text[_at] is not ('\n' or '#'))
                {
                    Entry();
                }

                SkipLine();
            }
        }

        private void Entry()
        {
            if (text.AsSpan(_at).StartsWith("export ", StringComparison.Ordinal))
            {
                _at += "export ".Length;
                SkipBlanks();
            }

            var start = _at;
            var position = new SourcePosition(path, _line, _at - _lineStart + 1);
            while (_at < text.Length && text[_at] is not ('=' or ':' or '\n' or '#'))
            {
                _at++;
            }

            var name = text[start.._at].TrimEnd();
            if (!IsName(name))
            {
                Gaps.Add(new Gap(position, "line of the env file is not of the form NAME=value", GapKind.Error));
                return;
            }

            var at = new Evidence(EvidenceLayer.Manifest, position, name);
            if (_at >= text.Length || text[_at] is '\n' or '#')
            {
                Add(outer?.Invoke(name) ?? new Variable(name, "", $"'{name}' is taken from the shell that starts the project", at));
                return;
            }

            _at++;
            SkipBlanks();
            Add(Value(name, at));
        }

        private Variable Value(string name, Evidence at)
        {
            var quote = !isRaw && _at < text.Length ? text[_at] : '\0';
            if (quote is '\'' or '"')
            {
                if (Quoted(quote) is not { } quoted)
                {
                    Gaps.Add(new Gap(at.At, $"value of '{name}' has an opening quote and no closing one", GapKind.Error));
                    return new Variable(name, "", "its value in the env file has no closing quote", at);
                }

                return quote == '\'' ? new Variable(name, quoted, null, at) : Interpolated(name, quoted, at);
            }

            var end = text.IndexOf('\n', _at);
            var value = text[_at..(end < 0 ? text.Length : end)].TrimEnd();
            if (isRaw)
            {
                return new Variable(name, value, null, at);
            }

            for (var i = 0; i < value.Length; i++)
            {
                if (value[i] == '#' && (i == 0 || value[i - 1] is ' ' or '\t'))
                {
                    value = value[..i].TrimEnd();
                    break;
                }
            }

            return Interpolated(name, value, at);
        }

        private Variable Interpolated(string name, string value, Evidence at)
        {
            var expanded = Interpolation.Expand(value, Lookup);
            return new Variable(name, expanded.Text, expanded.UnknownReason, at);
        }

        /// <summary>Reads up to the closing quote, over lines if need be; null without one, with the position unchanged.</summary>
        private string? Quoted(char quote)
        {
            var value = new StringBuilder();
            for (var i = _at + 1; i < text.Length; i++)
            {
                var c = text[i];
                if (c == quote)
                {
                    for (var skipped = _at; skipped < i; skipped++)
                    {
                        CountLine(skipped);
                    }

                    _at = i + 1;
                    return value.ToString();
                }

                if (c == '\\' && quote == '"' && i + 1 < text.Length)
                {
                    i++;
                    value.Append(text[i] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '$' => "$$", var other => other.ToString() });
                    continue;
                }

                value.Append(c);
            }

            return null;
        }

        private Variable? Lookup(string name) => outer?.Invoke(name) ?? _byName.GetValueOrDefault(name);

        private void Add(Variable variable)
        {
            _byName[variable.Name] = variable;
            Variables.Add(variable);
        }

        private static bool IsName(string name)
        {
            foreach (var c in name)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-' or '[' or ']'))
                {
                    return false;
                }
            }

            return name.Length > 0;
        }

        private void SkipBlanks()
        {
            while (_at < text.Length && text[_at] is ' ' or '\t' or '\r')
            {
                _at++;
            }
        }

        private void SkipLine()
        {
            var end = text.IndexOf('\n', _at);
            if (end < 0)
            {
                _at = text.Length;
                return;
            }

            CountLine(end);
            _at = end + 1;
        }

        private void CountLine(int at)
        {
            if (text[at] == '\n')
            {
                _line++;
                _lineStart = at + 1;
            }
        }
    }
}
