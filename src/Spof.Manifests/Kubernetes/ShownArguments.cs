using System.Collections.Immutable;
using Spof.Text;

namespace Spof.Manifests.Kubernetes;

/// <summary>
/// Command lines as they may be shown: without passwords, whether given as pair, as the next argument, or glued to an option.
/// </summary>
internal static class ShownArguments
{
    // Options whose names do not speak of a secret by themselves.
    private static readonly HashSet<string> SecretOptions =
        new(StringComparer.OrdinalIgnoreCase) { "requirepass", "masterauth", "rootpw", "u" };

    public static ImmutableArray<string> Of(IReadOnlyList<CommandArgument> arguments)
    {
        var isMySql = arguments.Any(a => Names(a, "mysql") || Names(a, "mariadb"));
        var shown = ImmutableArray.CreateBuilder<string>(arguments.Count);
        var isValue = false;
        foreach (var (text, _) in arguments)
        {
            shown.Add(isValue && !text.StartsWith('-') ? Redaction.Mask : WithoutGlued(Redaction.Text(text), isMySql));
            isValue = IsSecretOption(text);
        }

        return shown.ToImmutable();
    }

    private static bool Names(CommandArgument argument, string product) => argument.Text.Contains(product, StringComparison.OrdinalIgnoreCase);

    private static bool IsSecretOption(string text)
    {
        if (!text.StartsWith('-') || text.AsSpan().IndexOfAny('=', ' ') >= 0)
            return false;
        var name = text.TrimStart('-');
        return SecretOptions.Contains(name) || Redaction.IsSecretKey(name);
    }

    /// <summary>Masks <c>-pSECRET</c> of the MySQL tools, and the word after a secret option in a shell line.</summary>
    private static string WithoutGlued(string text, bool isMySql)
    {
        if (!text.Contains('-', StringComparison.Ordinal))
            return text;
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (isMySql && words[i].Length > 2 && words[i].StartsWith("-p", StringComparison.Ordinal))
                words[i] = "-p" + Redaction.Mask;
            else if (i > 0 && words[i - 1].StartsWith('-') && SecretOptions.Contains(words[i - 1].TrimStart('-')))
                words[i] = Redaction.Mask;
        }

        return string.Join(' ', words);
    }
}
