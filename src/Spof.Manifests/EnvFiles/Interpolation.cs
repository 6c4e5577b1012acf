using System.Text;
using Spof.Model;

namespace Spof.Manifests.EnvFiles;

/// <summary>How a literal dollar sign is written.</summary>
internal enum DollarEscape
{
    /// <summary>Compose and its env files: <c>$$</c>.</summary>
    Doubled,

    /// <summary>Dockerfiles: <c>\$</c>.</summary>
    Backslash,
}

/// <summary>
/// Replaces <c>$VAR</c>, <c>${VAR}</c>, <c>${VAR:-default}</c>, <c>${VAR-default}</c>, <c>${VAR:?error}</c>, <c>${VAR?error}</c>,
/// <c>${VAR:+alternative}</c> and <c>${VAR+alternative}</c>, defaults nested.
/// A variable that no file sets and that has no default is unknown. Compose would put an empty text there; whoever starts the
/// project most likely sets the variable, so an empty text would be a guess.
/// </summary>
internal static class Interpolation
{
    private const int MaxDepth = 32;
    private const int MaxLength = 64 * 1024;

    /// <param name="text">The text as written.</param>
    /// <param name="lookup">Gives the variable of a name, or null when nobody sets it.</param>
    /// <param name="escape">How the format writes a literal dollar sign.</param>
    public static InterpolatedText Expand(string text, Func<string, Variable?> lookup, DollarEscape escape = DollarEscape.Doubled)
    {
        if (!text.Contains('$'))
        {
            return InterpolatedText.Literal(text);
        }

        var run = new Run(text, lookup, escape);
        run.Expand(0, text.Length, 0);
        return new InterpolatedText(run.Result.ToString(), run.UnknownReason, [.. run.Hops]);
    }

    private sealed class Run(string text, Func<string, Variable?> lookup, DollarEscape escape)
    {
        public StringBuilder Result { get; } = new();

        public string? UnknownReason { get; private set; }

        public List<Evidence> Hops { get; } = [];

        public void Expand(int start, int end, int depth)
        {
            if (depth > MaxDepth)
            {
                Unknown($"variables are nested more than {MaxDepth} deep", text.AsSpan(start, end - start));
                return;
            }

            var at = start;
            while (at < end)
            {
                var dollar = text.IndexOf('$', at, end - at);
                if (dollar < 0)
                {
                    Append(text.AsSpan(at, end - at));
                    return;
                }

                if (escape == DollarEscape.Backslash && dollar > at && text[dollar - 1] == '\\')
                {
                    Append(text.AsSpan(at, dollar - 1 - at));
                    Append("$");
                    at = dollar + 1;
                    continue;
                }

                Append(text.AsSpan(at, dollar - at));
                at = Reference(dollar, end, depth);
            }
        }

        private int Reference(int dollar, int end, int depth)
        {
            var next = dollar + 1;
            if (next < end && text[next] == '$' && escape == DollarEscape.Doubled)
            {
                Append("$");
                return next + 1;
            }

            if (next < end && text[next] == '{')
            {
                return Braced(dollar, end, depth);
            }

            var nameEnd = NameEnd(next, end);
            if (nameEnd == next)
            {
                Append("$");
                return next;
            }

            Value(text[next..nameEnd]);
            return nameEnd;
        }

        private int Braced(int dollar, int end, int depth)
        {
            var nameStart = dollar + 2;
            var nameEnd = NameEnd(nameStart, end);
            var close = ClosingBrace(dollar + 1, end);
            if (close < 0 || nameEnd == nameStart)
            {
                var stop = close < 0 ? end : close + 1;
                Unknown("a variable reference is not well formed", text.AsSpan(dollar, stop - dollar));
                return stop;
            }

            var name = text[nameStart..nameEnd];
            if (nameEnd == close)
            {
                Value(name);
                return close + 1;
            }

            var emptyCounts = text[nameEnd] == ':';
            var operatorAt = emptyCounts ? nameEnd + 1 : nameEnd;
            var argument = operatorAt + 1;
            var variable = lookup(name);
            var isSet = variable is not null && !(emptyCounts && variable is { IsKnown: true, Text.Length: 0 });
            switch (operatorAt < close ? text[operatorAt] : '\0')
            {
                case '-':
                    if (isSet)
                    {
                        Value(name);
                    }
                    else
                    {
                        Expand(argument, close, depth + 1);
                    }

                    break;
                case '+' when isSet:
                    Expand(argument, close, depth + 1);
                    break;
                case '+' when variable is not null:
                    break;
                case '+' or '?':
                    if (isSet)
                    {
                        Value(name);
                    }
                    else
                    {
                        Unknown(NotSet(name), $"${{{name}}}");
                    }

                    break;
                default:
                    Unknown("a variable reference is not well formed", text.AsSpan(dollar, close + 1 - dollar));
                    break;
            }

            return close + 1;
        }

        private void Value(string name)
        {
            var variable = lookup(name);
            if (variable is null)
            {
                Unknown(NotSet(name), $"${{{name}}}");
                return;
            }

            UnknownReason ??= variable.UnknownReason;
            if (!Hops.Contains(variable.At))
            {
                Hops.Add(variable.At);
            }

            Append(variable.Text);
        }

        private void Unknown(string reason, ReadOnlySpan<char> kept)
        {
            UnknownReason ??= reason;
            Append(kept);
        }

        private void Append(ReadOnlySpan<char> part)
        {
            if (Result.Length + part.Length > MaxLength)
            {
                UnknownReason ??= $"the value is longer than {MaxLength} characters";
                return;
            }

            Result.Append(part);
        }

        private static string NotSet(string name) => $"variable '{name}' has no default and no file sets it";

        private int NameEnd(int start, int end)
        {
            var at = start;
            while (at < end && (text[at] == '_' || char.IsAsciiLetter(text[at]) || (at > start && char.IsAsciiDigit(text[at]))))
            {
                at++;
            }

            return at;
        }

        /// <summary>The brace that closes the one at <paramref name="open"/>, or -1; only braces after a dollar sign nest.</summary>
        private int ClosingBrace(int open, int end)
        {
            var depth = 1;
            for (var i = open + 1; i < end; i++)
            {
                if (text[i] == '}')
                {
                    depth--;
                }
                else if (text[i] == '{' && text[i - 1] == '$')
                {
                    depth++;
                }

                if (depth == 0)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
