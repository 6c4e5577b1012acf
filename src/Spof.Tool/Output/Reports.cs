using System.Text;
using Spof.Model;
using Spof.Model.Json;
using Spof.Reporting;
using Spof.Tool.Scanning;

namespace Spof.Tool.Output;

/// <summary>Writes an assessment in the formats asked for; a file is complete or absent.</summary>
internal sealed class Reports(Assessment assessment, ScanRequest request, ExitCode exitCode, TextDetail detail)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Write(OutputTarget target, TextWriter stdout)
    {
        using var buffer = new MemoryStream();
        Write(target.Format, buffer);
        if (target.Path == "-")
        {
            stdout.Write(Utf8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            return;
        }

        var path = Path.GetFullPath(target.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = path + ".partial";
        File.WriteAllBytes(partial, buffer.ToArray());
        File.Move(partial, path, overwrite: true);
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
                    new TextReport(text, assessment, CommandLine.Version, detail).Write();
                }

                break;
        }
    }

    private string? ReadFile(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(request.Folder, relativePath));
        return path.StartsWith(request.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
