namespace Spof.Model;

/// <summary>How far two texts are apart, for "did you mean" and for links by likeness.</summary>
public static class EditDistance
{
    /// <summary>Levenshtein distance: the least number of inserted, deleted and replaced characters that turn one text into the other.</summary>
    public static int Between(string a, string b)
    {
        var row = b.Length < 128 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, replaced);
            }
        }

        return row[b.Length];
    }
}
