using Spof.Analysis;
using Spof.Code;
using Spof.Linking;
using Spof.Manifests;
using Spof.Model;
using Spof.Tool.Risks;

namespace Spof.Tool.Scanning;

/// <summary>Drives the one flow: read code and manifests side by side, link, analyse, apply the levels and acceptances of the user.</summary>
internal static class Scan
{
    public static async Task<Assessment> RunAsync(ScanRequest request, IProgress<CodeProgress>? progress, CancellationToken cancellationToken)
    {
        var manifests = Task.Run(() => ManifestReader.Read(ManifestOptions(request), cancellationToken), cancellationToken);
        var code = await ReadCodeAsync(request, progress, cancellationToken);
        var system = Linker.Link(code, await manifests, new LinkOptions
        {
            SystemName = SystemName(request, code),
            Settings = request.Settings,
            Environment = request.Environment,
            JudgedTarget = request.Target,
        });
        if (request.Target is { } target && system.Targets.All(t => t.Role != TargetRole.Judged))
        {
            throw new UserError($"there is no target '{target}'; found: {string.Join(", ", system.Targets.Select(t => t.Id))}");
        }

        var assessment = Levels.Apply(SystemAnalyzer.Analyse(system, AnalysisOptions.Default, cancellationToken), request.Settings);
        return RiskAcceptance.Apply(assessment, request.Risks, request.Today);
    }

    private static async Task<CodeModel> ReadCodeAsync(ScanRequest request, IProgress<CodeProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await new CodeReader().ReadAsync(CodeOptions(request), progress, cancellationToken);
        }
        catch (InvalidDataException e) when (request.BinaryLog is not null)
        {
            throw new UserError($"--binlog: {e.Message}");
        }
    }

    private static ManifestReaderOptions ManifestOptions(ScanRequest request) => new()
    {
        Root = request.Folder,
        Environment = request.Environment ?? request.Settings.Environment ?? "Production",
        Include = request.Settings.Include,
        Exclude = request.Settings.Exclude,
    };

    private static CodeReaderOptions CodeOptions(ScanRequest request) => new()
    {
        RootPath = request.Root,
        FolderPath = request.Folder,
        TargetPath = request.ProjectFile,
        IsExact = request.IsExact,
        Restores = request.Restores,
        BinaryLog = request.BinaryLog,
        CacheFolder = request.CacheFolder,
        Environment = request.Environment ?? request.Settings.Environment,
        Exclude = request.Settings.Exclude,
    };

    /// <summary>The solution that was asked for or that alone stands at the top, else the folder.</summary>
    private static string SystemName(ScanRequest request, CodeModel code)
    {
        var atTop = code.Solutions.Where(s => !s.Contains('/')).ToArray();
        return Path.GetFileNameWithoutExtension(request.ProjectFile ?? (atTop.Length == 1 ? atTop[0] : null)) ?? Path.GetFileName(request.Folder);
    }
}
