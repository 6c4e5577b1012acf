using System.Text;

namespace Spof.Code.Exact;

/// <summary>Writes values into project files that are made for one run.</summary>
internal static class ProjectText
{
    /// <summary>The path with all characters escaped that a project file would read as syntax.</summary>
    public static string Escape(string path)
    {
        var escaped = new StringBuilder(path.Length);
        foreach (var c in path)
        {
            if (c is '%' or '$' or '@' or '\'' or '(' or ')' or ';' or '?' or '*' or '<' or '>' or '&' or '"')
            {
                escaped.Append('%').Append(((int)c).ToString("X2"));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
