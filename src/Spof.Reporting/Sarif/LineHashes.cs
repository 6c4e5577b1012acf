using System.Globalization;

namespace Spof.Reporting;

/// <summary>
/// The line fingerprint of code scanning (<c>primaryLocationLineHash</c>): a rolling hash over the next 100 characters that are
/// neither space nor tab, so that it survives moved lines and changed indentation. Same arithmetic as GitHub's upload action.
/// </summary>
internal static class LineHashes
{
    private const int BlockSize = 100;
    private const long Multiplier = 37;
    private const char EndOfFile = '\uFFFF';

    /// <summary>Fingerprint of each line, first line first: hash and the number of lines so far with that hash.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var hashes = new List<string>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var window = new char[BlockSize];
        var startsLine = new bool[BlockSize];
        var dropped = Power();
        var hash = 0L;
        var index = 0;
        var atLineStart = true;
        var afterReturn = false;
        foreach (var c in text)
        {
            if (c is ' ' or '\t' || (afterReturn && c == '\n'))
            {
                afterReturn = false;
                continue;
            }

            afterReturn = c == '\r';
            Process(afterReturn ? '\n' : c);
        }

        Process(EndOfFile);
        for (var i = 0; i < BlockSize; i++)
        {
            Output();
            Update('\0');
        }

        return hashes;

        void Process(char c)
        {
            Output();
            startsLine[index] = atLineStart;
            atLineStart = c == '\n';
            Update(c);
        }

        void Output()
        {
            if (startsLine[index])
            {
                startsLine[index] = false;
                var value = hash.ToString("x", CultureInfo.InvariantCulture);
                counts[value] = counts.GetValueOrDefault(value) + 1;
                hashes.Add($"{value}:{counts[value]}");
            }
        }

        void Update(char c)
        {
            hash = unchecked((Multiplier * hash) + c - (dropped * window[index]));
            window[index] = c;
            index = (index + 1) % BlockSize;
        }
    }

    private static long Power()
    {
        var power = 1L;
        for (var i = 0; i < BlockSize; i++)
        {
            power = unchecked(power * Multiplier);
        }

        return power;
    }
}
