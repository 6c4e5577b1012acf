using System.Globalization;
using Spof.Code.Discovery;

namespace Spof.Code.Projects;

/// <summary>
/// Evaluates the conditions of a project file: comparisons, <c>and</c>, <c>or</c>, <c>!</c>, parentheses, <c>Exists</c>.
/// The result is null when the condition asks something this reader does not know.
/// </summary>
internal ref struct Condition
{
    private const int MaxDepth = 32;

    private readonly Expansion _expansion;
    private readonly ScanRoot _root;
    private readonly string _directory;
    private readonly string _text;
    private int _at;
    private int _depth;
    private bool _failed;

    private Condition(string text, Expansion expansion, ScanRoot root, string directory)
    {
        _text = text;
        _expansion = expansion;
        _root = root;
        _directory = directory;
    }

    /// <param name="text">The condition; null or empty is true.</param>
    /// <param name="expansion">Knows the properties.</param>
    /// <param name="root">Files outside it are neither looked for nor assumed.</param>
    /// <param name="directory">Folder of the project, where relative paths start.</param>
    public static bool? Evaluate(string? text, Expansion expansion, ScanRoot root, string directory)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var condition = new Condition(text, expansion, root, directory);
        var result = condition.Or();
        condition.SkipBlanks();
        return condition._at == text.Length && !condition._failed ? result : null;
    }

    private bool? Or()
    {
        var result = And();
        while (TakeWord("or"))
        {
            var right = And();
            result = result == true || right == true ? true : result is null || right is null ? null : false;
        }

        return result;
    }

    private bool? And()
    {
        var result = Comparison();
        while (TakeWord("and"))
        {
            var right = Comparison();
            result = result == false || right == false ? false : result is null || right is null ? null : true;
        }

        return result;
    }

    private bool? Comparison()
    {
        SkipBlanks();
        if (_at >= _text.Length || _depth > MaxDepth)
        {
            Fail();
            return null;
        }

        if (_text[_at] == '!' && !Next("!="))
        {
            _at++;
            _depth++;
            var negated = Comparison();
            _depth--;
            return negated is null ? null : !negated;
        }

        if (_text[_at] == '(')
        {
            _at++;
            _depth++;
            var inner = Or();
            _depth--;
            SkipBlanks();
            if (_at >= _text.Length || _text[_at] != ')')
            {
                Fail();
                return null;
            }

            _at++;
            return inner;
        }

        var left = Operand(out var call);
        if (call is not null)
        {
            return Function(call, left);
        }

        SkipBlanks();
        foreach (var op in (ReadOnlySpan<string>)["==", "!=", "<=", ">=", "<", ">"])
        {
            if (Next(op))
            {
                _at += op.Length;
                return Compare(left, op, Operand(out _));
            }
        }

        return !left.IsUnderstood ? null : left.Text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "ON" or "YES" => true,
            "FALSE" or "OFF" or "NO" => false,
            _ => null,
        };
    }

    private static bool? Compare(ExpandedText left, string op, ExpandedText right)
    {
        if (!left.IsUnderstood || !right.IsUnderstood)
        {
            return null;
        }

        if (op is "==" or "!=")
        {
            return left.Text.Equals(right.Text, StringComparison.OrdinalIgnoreCase) == (op == "==");
        }

        int order;
        if (double.TryParse(left.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) &&
            double.TryParse(right.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var b))
        {
            order = a.CompareTo(b);
        }
        else if (Version.TryParse(left.Text.TrimStart('v'), out var v) && Version.TryParse(right.Text.TrimStart('v'), out var w))
        {
            order = v.CompareTo(w);
        }
        else
        {
            return null;
        }

        return op switch { "<" => order < 0, ">" => order > 0, "<=" => order <= 0, _ => order >= 0 };
    }

    private readonly bool? Function(string name, ExpandedText argument)
    {
        if (!argument.IsUnderstood)
        {
            return null;
        }

        if (name.Equals("HasTrailingSlash", StringComparison.OrdinalIgnoreCase))
        {
            return argument.Text is [.., '/' or '\\'];
        }

        if (!name.Equals("Exists", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (argument.Text.Length == 0)
        {
            return false;
        }

        var path = ScanRoot.Combine(_directory, argument.Text);
        return _root.Contains(path) ? Path.Exists(path) : null;
    }

    /// <summary>A quoted text, a bare word or property, or a call; <paramref name="call"/> is then the name of the function.</summary>
    private ExpandedText Operand(out string? call)
    {
        call = null;
        SkipBlanks();
        if (_at < _text.Length && _text[_at] == '\'')
        {
            var end = ClosingQuote(_at + 1);
            if (end < 0)
            {
                Fail();
                return new ExpandedText("", _text);
            }

            var quoted = _text[(_at + 1)..end];
            _at = end + 1;
            return quoted.Contains("@(", StringComparison.Ordinal) || quoted.Contains("%(", StringComparison.Ordinal)
                ? new ExpandedText("", quoted)
                : _expansion.Expand(quoted);
        }

        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('=' or '!' or '<' or '>' or ')'))
        {
            if (_text[_at] == '(')
            {
                var close = Closing(_at);
                if (close < 0)
                {
                    break;
                }

                if (_text[start] != '$')
                {
                    call = _text[start.._at].Trim();
                    var argument = _text[(_at + 1)..close].Trim().Trim('\'');
                    _at = close + 1;
                    return _expansion.Expand(argument);
                }

                _at = close;
            }

            _at++;
        }

        return start == _at ? new ExpandedText("", _text) : _expansion.Expand(_text[start.._at]);
    }

    /// <summary>The quote that ends a text; quotes inside <c>$(…)</c> belong to the expression.</summary>
    private readonly int ClosingQuote(int from)
    {
        for (var i = from; i < _text.Length; i++)
        {
            if (_text[i] == '\'')
            {
                return i;
            }

            if (_text[i] == '(' && i > 0 && _text[i - 1] == '$' && Closing(i) is > 0 and var close)
            {
                i = close;
            }
        }

        return -1;
    }

    private readonly int Closing(int open)
    {
        var nested = 0;
        for (var i = open; i < _text.Length; i++)
        {
            nested += _text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (nested == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private bool TakeWord(string word)
    {
        SkipBlanks();
        var end = _at + word.Length;
        if (end < _text.Length && _text.AsSpan(_at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(_text[end]))
        {
            _at = end;
            return true;
        }

        return false;
    }

    private void Fail()
    {
        _at = _text.Length;
        _failed = true;
    }

    private readonly bool Next(string what) => string.CompareOrdinal(_text, _at, what, 0, what.Length) == 0;

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }
}
