using Spof.Code.Discovery;

namespace Spof.Code.Projects;

/// <summary>A file pattern of a project file: <c>*</c> and <c>?</c> within a name, <c>**</c> over folders, either slash.</summary>
internal sealed class PathPattern
{
    private readonly string[] _segments;

    private PathPattern(string folder, string[] segments)
    {
        Folder = folder;
        _segments = segments;
    }

    /// <summary>Full path of the folder before the first wildcard.</summary>
    public string Folder { get; }

    /// <summary>True when it names one file and holds no wildcard.</summary>
    public bool IsLiteral => _segments.Length == 0;

    /// <param name="directory">Folder that relative patterns start from.</param>
    /// <param name="pattern">The pattern as written.</param>
    public static PathPattern Parse(string directory, string pattern)
    {
        var segments = ScanRoot.Native(pattern.Trim()).Split(Path.DirectorySeparatorChar);
        var wild = Array.FindIndex(segments, s => s.AsSpan().IndexOfAny('*', '?') >= 0);
        if (wild < 0)
        {
            return new(ScanRoot.Combine(directory, pattern.Trim()), []);
        }

        var prefix = string.Join(Path.DirectorySeparatorChar, segments.Take(wild));
        var folder = wild == 1 && prefix.Length == 0 ? Path.DirectorySeparatorChar.ToString() : ScanRoot.Combine(directory, prefix);
        return new(Path.TrimEndingDirectorySeparator(folder), segments[wild..]);
    }

    public bool Matches(string fullPath)
    {
        if (IsLiteral)
        {
            return ScanRoot.PathComparer.Equals(Folder, fullPath);
        }

        return fullPath.Length > Folder.Length + 1
            && fullPath.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)
            && fullPath[Folder.Length] == Path.DirectorySeparatorChar
            && Matches(fullPath.AsSpan(Folder.Length + 1), _segments);
    }

    private static bool Matches(ReadOnlySpan<char> path, ReadOnlySpan<string> segments)
    {
        while (segments.Length > 0)
        {
            if (segments[0] == "**")
            {
                return MatchesAnyDepth(path, segments[1..]);
            }

            var end = path.IndexOf(Path.DirectorySeparatorChar);
            var name = end < 0 ? path : path[..end];
            if (name.IsEmpty || !MatchesName(name, segments[0]))
            {
                return false;
            }

            path = end < 0 ? default : path[(end + 1)..];
            segments = segments[1..];
        }

        return path.IsEmpty;
    }

    private static bool MatchesAnyDepth(ReadOnlySpan<char> path, ReadOnlySpan<string> rest)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        while (true)
        {
            if (Matches(path, rest))
            {
                return true;
            }

            var end = path.IndexOf(Path.DirectorySeparatorChar);
            if (end < 0)
            {
                return false;
            }

            path = path[(end + 1)..];
        }
    }

    /// <summary>The usual two-finger match of one name against <c>*</c> and <c>?</c>, linear but for the last star.</summary>
    private static bool MatchesName(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        int n = 0, p = 0, star = -1, resume = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(name[n])) && pattern[p] != '*')
            {
                n++;
                p++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = n;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
