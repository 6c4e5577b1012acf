using System.Text;
using Spof.Model;
using Spof.Model.Json;
using Spof.Reporting;
using Spof.Tool.Scanning;
using Spof.Tool.Settings;

namespace Spof.Tool.Output;

/// <summary>Writes an assessment in the formats asked for; a file is complete or absent.</summary>
internal sealed class Reports(Assessment assessment, ScanRequest request, ExitCode exitCode, TextDetail detail, NextCommands commands)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes all outputs; nothing is written before all of them are drawn.</summary>
    public void Write(IReadOnlyList<OutputTarget> targets, TextWriter stdout, TextWriter stderr)
    {
        var drawn = targets.Select(t => (Target: t, Content: Draw(t.Format))).ToArray();
        foreach (var (target, content) in drawn)
        {
            switch (target.Path)
            {
                case OutputTarget.Stdout:
                    stdout.Write(Utf8.GetString(content));
                    break;
                case OutputTarget.Stderr:
                    stderr.Write(Utf8.GetString(content));
                    break;
                default:
                    OutputFile.Write(target.Path, content);
                    break;
            }
        }
    }

    private byte[] Draw(OutputFormat format)
    {
        using var buffer = new MemoryStream();
        Write(format, buffer);
        return buffer.ToArray();
    }

    private void Write(OutputFormat format, Stream stream)
    {
        switch (format)
        {
            case OutputFormat.Json:
                SpofJson.Write(stream, assessment);
                break;
            case OutputFormat.Sarif:
                SarifReport.Write(stream, assessment, new SarifOptions(CommandLine.Version, (int)exitCode, PathPrefix: request.Prefix, ReadFile: ReadFile));
                break;
            default:
                using (var text = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" })
                {
                    new TextReport(text, assessment, CommandLine.Version, detail, commands).Write();
                }

                break;
        }
    }

    private string? ReadFile(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(request.Folder, relativePath));
        return RealPath.IsBelow(request.Root, path) && File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
