using System.Text;
using Spof.Model;

namespace Spof.Manifests.Proxies.Nginx;

/// <summary>Reads nginx syntax: words, quotes, comments, semicolons and nested blocks.</summary>
internal static class NginxSyntax
{
    private const int MaxDepth = 64;

    public static List<NginxDirective> Read(string text, SourcePosition origin, Action<Gap> gap) => new Reading(text, origin, gap).Run();

    private sealed class Reading(string text, SourcePosition origin, Action<Gap> gap)
    {
        private int _at;
        private int _line = 1;
        private int _lineStart;

        public List<NginxDirective> Run()
        {
            var open = new Stack<(List<string> Words, SourcePosition At, List<NginxDirective> Siblings)>();
            var siblings = new List<NginxDirective>();
            var words = new List<string>();
            var at = Here();
            while (Skip())
            {
                if (words.Count == 0)
                {
                    at = Here();
                }

                switch (text[_at])
                {
                    case ';':
                        _at++;
                        Finish(null);
                        break;
                    case '{' when words.Count > 0 && words[0].EndsWith("_by_lua_block", StringComparison.Ordinal):
                        SkipBraces();
                        words.Clear();
                        break;
                    case '{':
                        _at++;
                        if (open.Count == MaxDepth)
                        {
                            gap(new Gap(at, $"nginx: blocks nest deeper than {MaxDepth} levels", GapKind.Error));
                            return open.Last().Siblings;
                        }

                        open.Push((words, at, siblings));
                        words = [];
                        siblings = [];
                        break;
                    case '}':
                        _at++;
                        if (words.Count > 0)
                        {
                            gap(new Gap(at, "nginx: directive is not ended by ';'", GapKind.Error));
                        }

                        if (!open.TryPop(out var outer))
                        {
                            gap(new Gap(at, "nginx: closing brace without an opening one", GapKind.Error));
                            words = [];
                            break;
                        }

                        var block = siblings;
                        (words, at, siblings) = outer;
                        Finish(block);
                        break;
                    default:
                        words.Add(Word());
                        break;
                }
            }

            if (words.Count > 0)
            {
                gap(new Gap(at, "nginx: directive is not ended by ';'", GapKind.Error));
            }

            while (open.TryPop(out var unclosed))
            {
                gap(new Gap(unclosed.At, "nginx: block has no closing brace", GapKind.Error));
                var block = siblings;
                (words, at, siblings) = unclosed;
                Finish(block);
            }

            return siblings;

            void Finish(List<NginxDirective>? block)
            {
                if (words.Count > 0)
                {
                    siblings.Add(new NginxDirective(words[0], words[1..], block, at));
                }

                words = [];
            }
        }

        /// <summary>Moves to the next token; false at the end.</summary>
        private bool Skip()
        {
            while (_at < text.Length)
            {
                if (text[_at] == '#')
                {
                    var end = text.IndexOf('\n', _at);
                    _at = end < 0 ? text.Length : end;
                }
                else if (char.IsWhiteSpace(text[_at]) || text[_at] == '\uFEFF')
                {
                    Advance();
                }
                else
                {
                    return true;
                }
            }

            return false;
        }

        private string Word()
        {
            var quote = text[_at];
            if (quote is '"' or '\'')
            {
                var quoted = new StringBuilder();
                for (Advance(); _at < text.Length && text[_at] != quote; Advance())
                {
                    if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] == quote)
                    {
                        Advance();
                    }

                    quoted.Append(text[_at]);
                }

                if (_at < text.Length)
                {
                    Advance();
                }

                return quoted.ToString();
            }

            var start = _at;
            while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not (';' or '}'))
            {
                // A brace after a dollar sign belongs to a variable, any other one opens a block.
                if (text[_at] == '{' && text[_at - 1] != '$')
                {
                    break;
                }

                if (text[_at] == '{')
                {
                    SkipVariableName();
                }

                _at++;
            }

            return text[start.._at];
        }

        /// <summary>Moves to the last character of the name in braces; its closing brace is taken with it when it is there.</summary>
        private void SkipVariableName()
        {
            while (_at + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[_at + 1]) || text[_at + 1] is '_' or '-' or ':' or '.'))
            {
                _at++;
            }

            if (_at + 1 < text.Length && text[_at + 1] == '}')
            {
                _at++;
            }
        }

        private void SkipBraces()
        {
            var depth = 0;
            while (_at < text.Length)
            {
                depth += text[_at] switch { '{' => 1, '}' => -1, _ => 0 };
                Advance();
                if (depth == 0)
                {
                    return;
                }
            }
        }

        private void Advance()
        {
            if (text[_at] == '\n')
            {
                _line++;
                _lineStart = _at + 1;
            }

            _at++;
        }

        private SourcePosition Here() => origin.Within(_line, _at - _lineStart + 1);
    }
}
