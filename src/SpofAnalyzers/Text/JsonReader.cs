using System.Globalization;
using System.Text;

namespace Spof.Text;

/// <summary>
/// Reads JSON the way .NET configuration does, with comments, trailing commas and a byte-order mark, and keeps the position of every
/// key and value. Never throws; broken text gives an error with its position.
/// </summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 128;

    private readonly string _text;
    private readonly StringBuilder _buffer = new();
    private int _at;
    private int _line = 1;
    private int _lineStart;
    private JsonError? _error;

    private JsonReader(string text)
    {
        _text = text;
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            _at = 1;
            _lineStart = 1;
        }
    }

    public static JsonResult Parse(string text)
    {
        var reader = new JsonReader(text);
        reader.SkipBlanks();
        var root = reader.Value(0);
        if (root is not null)
        {
            reader.SkipBlanks();
            if (reader._error is null && reader._at < text.Length)
            {
                reader.Fail("unexpected text after the end of the document");
            }
        }

        return reader._error is { } error ? new JsonResult(null, error) : new JsonResult(root, null);
    }

    private TextPosition Here => new(_at, _line, _at - _lineStart + 1);

    private bool IsAt(char c) => _at < _text.Length && _text[_at] == c;

    private JsonValue? Value(int depth)
    {
        if (depth > MaxDepth)
        {
            return Fail("the document is nested deeper than " + MaxDepth.ToString(CultureInfo.InvariantCulture) + " levels");
        }

        if (_at >= _text.Length)
        {
            return Fail("the document ends where a value is expected");
        }

        var start = Here;
        switch (_text[_at])
        {
            case '{':
                return Object(start, depth);
            case '[':
                return Array(start, depth);
            case '"':
                return String() is { } text ? new JsonValue(JsonKind.String, start) { Text = text, Length = _at - start.Offset } : null;
            default:
                return Word(start);
        }
    }

    private JsonValue? Object(TextPosition start, int depth)
    {
        var members = new List<JsonMember>();
        _at++;
        while (true)
        {
            SkipBlanks();
            if (IsAt('}'))
            {
                _at++;
                return _error is null ? new JsonValue(JsonKind.Object, start) { Members = members, Length = _at - start.Offset } : null;
            }

            var nameAt = Here;
            if (!IsAt('"') || String() is not { } name)
            {
                return Fail("a quoted name or '}' is expected");
            }

            SkipBlanks();
            if (!IsAt(':'))
            {
                return Fail("':' is expected");
            }

            _at++;
            SkipBlanks();
            if (Value(depth + 1) is not { } value)
            {
                return null;
            }

            members.Add(new JsonMember(name, nameAt, value));
            if (!Separator('}'))
            {
                return null;
            }
        }
    }

    private JsonValue? Array(TextPosition start, int depth)
    {
        var items = new List<JsonValue>();
        _at++;
        while (true)
        {
            SkipBlanks();
            if (IsAt(']'))
            {
                _at++;
                return _error is null ? new JsonValue(JsonKind.Array, start) { Items = items, Length = _at - start.Offset } : null;
            }

            if (Value(depth + 1) is not { } value)
            {
                return null;
            }

            items.Add(value);
            if (!Separator(']'))
            {
                return null;
            }
        }
    }

    /// <summary>Takes a comma, or stays before the closing bracket.</summary>
    private bool Separator(char close)
    {
        SkipBlanks();
        if (IsAt(','))
        {
            _at++;
            return true;
        }

        if (IsAt(close))
        {
            return true;
        }

        Fail("',' or '" + close + "' is expected");
        return false;
    }

    private JsonValue? Word(TextPosition start)
    {
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
        {
            _at++;
        }

        var word = _text.Substring(start.Offset, _at - start.Offset);
        JsonKind? kind = word switch
        {
            "true" => JsonKind.True,
            "false" => JsonKind.False,
            "null" => JsonKind.Null,
            _ when word.Length > 0 && (word[0] == '-' || char.IsDigit(word[0]))
                && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => JsonKind.Number,
            _ => null,
        };
        if (kind is null)
        {
            _at = start.Offset;
            return Fail("a value is expected");
        }

        return new JsonValue(kind.Value, start) { Text = word, Length = word.Length };
    }

    private string? String()
    {
        var start = ++_at;
        while (_at < _text.Length && _text[_at] is not ('"' or '\\' or '\n'))
        {
            _at++;
        }

        if (IsAt('"'))
        {
            return _text.Substring(start, _at++ - start);
        }

        _buffer.Clear().Append(_text, start, _at - start);
        while (_at < _text.Length)
        {
            var c = _text[_at];
            switch (c)
            {
                case '"':
                    _at++;
                    return _buffer.ToString();
                case '\n':
                    Fail("a string does not end on its line");
                    return null;
                case '\\':
                    if (!Escape())
                    {
                        return null;
                    }

                    break;
                default:
                    _buffer.Append(c);
                    _at++;
                    break;
            }
        }

        Fail("a string does not end");
        return null;
    }

    private bool Escape()
    {
        var c = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        var plain = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (plain != '\0')
        {
            _buffer.Append(plain);
            _at += 2;
            return true;
        }

        if (c == 'u' && _at + 6 <= _text.Length
            && int.TryParse(_text.Substring(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _buffer.Append((char)code);
            _at += 6;
            return true;
        }

        Fail("an escape sequence is not valid");
        return false;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '\n')
            {
                NewLine();
            }
            else if (c is ' ' or '\t' or '\r')
            {
                _at++;
            }
            else if (c == '/' && _at + 1 < _text.Length && _text[_at + 1] == '/')
            {
                var end = _text.IndexOf('\n', _at);
                _at = end < 0 ? _text.Length : end;
            }
            else if (c == '/' && _at + 1 < _text.Length && _text[_at + 1] == '*')
            {
                if (!SkipBlock())
                {
                    return;
                }
            }
            else
            {
                return;
            }
        }
    }

    private bool SkipBlock()
    {
        var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            Fail("a comment does not end");
            _at = _text.Length;
            return false;
        }

        while (_at < end)
        {
            if (_text[_at] == '\n')
            {
                NewLine();
            }
            else
            {
                _at++;
            }
        }

        _at = end + 2;
        return true;
    }

    private void NewLine()
    {
        _at++;
        _line++;
        _lineStart = _at;
    }

    private JsonValue? Fail(string reason)
    {
        _error ??= new JsonError(reason, Here);
        return null;
    }
}
