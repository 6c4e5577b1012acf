using System.Collections.Immutable;
using Spof.Text;

namespace Spof.Manifests.Containers;

/// <summary>
/// Command lines as they may be shown: without passwords and accounts, whether given as pair, as the next word, or glued to an option.
/// </summary>
internal static class ShownArguments
{
    /// <summary>Options of database clients, caches and <c>curl</c> whose letter stands for a password or an account.</summary>
    private static readonly string[] SecretLetters = ["-p", "-a", "-u"];

    public static ImmutableArray<string> Of(IReadOnlyList<string> words)
    {
        var shown = ImmutableArray.CreateBuilder<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            shown.Add(Word(words[i], i > 0 ? words[i - 1] : ""));
        }

        return shown.MoveToImmutable();
    }

    private static string Word(string word, string previous)
    {
        if (!word.StartsWith('-') && IsSecretOption(previous))
        {
            return Redaction.Mask;
        }

        if (word.AsSpan().IndexOfAny(' ', '\n') >= 0)
        {
            // "sh -c 'server --requirepass x'" has its options inside one word.
            return string.Join(' ', Of(CommandWords.Split(Redaction.Text(word))));
        }

        // The tools of MySQL take the password glued to the option.
        return word.Length > 2 && word[2] != '=' && word.StartsWith("-p", StringComparison.Ordinal)
            ? "-p" + Redaction.Mask
            : Redaction.Text(word);
    }

    private static bool IsSecretOption(string word)
    {
        var name = word.AsSpan().TrimStart('-');
        return word.StartsWith('-') && name.IndexOfAny('=', ' ') < 0
            && (SecretLetters.Contains(word) || Redaction.IsSecretKey(name.ToString()) || Redaction.IsUserKey(name.ToString()));
    }
}
