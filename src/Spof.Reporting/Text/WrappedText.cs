using System.Text;

namespace Spof.Reporting;

/// <summary>Lines below the head of a finding, or of whatever else has some.</summary>
internal static class WrappedText
{
    public const string Indent = "       ";

    private const int Width = 100;

    /// <summary>Writes text in lines of the width, indented by the label and in the first line with it.</summary>
    public static void WriteWrapped(this TextWriter output, string label, string text)
    {
        var room = Width - Indent.Length - label.Length;
        var line = new StringBuilder();
        var first = true;
        foreach (var word in SafeText.Of(text, 2000).Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                Flush();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        Flush();

        void Flush()
        {
            output.WriteLine(Indent + (first ? label : new string(' ', label.Length)) + line);
            line.Clear();
            first = false;
        }
    }
}
