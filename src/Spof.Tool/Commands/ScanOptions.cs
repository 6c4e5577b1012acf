using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Spof.Model;
using Spof.Reporting;
using Spof.Tool.Risks;
using Spof.Tool.Scanning;
using Spof.Tool.Settings;

namespace Spof.Tool.Commands;

/// <summary>Options that say what is scanned and how; shared by every command that scans.</summary>
internal sealed class ScanOptions
{
    private const string VerbosityName = "--verbosity";
    private const string Diagnostic = "diagnostic";

    public Option<string?> Root { get; } = new("--root") { Description = "Root of the repository: build files up to it are read, and paths in SARIF start there; default: nearest parent with .git, else the scanned folder." };

    public Option<string?> Config { get; } = new("--config") { Description = "Configuration file; default: spof.yml in the scanned folder or a parent up to the root." };

    public Option<bool> NoConfig { get; } = new("--no-config") { Description = "Read no configuration file." };

    public Option<string?> Environment { get; } = new("--environment") { Description = "Environment that chooses overlays; default: each workload's own, else Production." };

    public Option<string?> Target { get; } = new("--target") { Description = "Id or name of the deployment target to judge." };

    public Option<string> Verbosity { get; } = new(VerbosityName, "-v")
    {
        Description = "quiet, minimal, normal, detailed or diagnostic (q, m, n, d, diag); diagnostic when no level follows.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = result => result.Parent is OptionResult { Implicit: false } ? Diagnostic : "normal",
    };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "The same as -v quiet." };

    public Option<bool> NoLogo { get; } = new("--nologo") { Description = "No progress and no closing line on stderr." };

    public Option<bool> Exact { get; } = new("--exact") { Description = "Let the installed SDK evaluate the projects; this runs MSBuild code of the repository, but neither builds nor restores." };

    public Option<bool> Restore { get; } = new("--restore") { Description = "Restore the packages of the scanned projects first; this uses the network, writes obj folders and runs MSBuild code of the repository." };

    public Option<string?> BinaryLog { get; } = new("--binlog") { Description = "Binary log of a full build of this folder (dotnet build -bl --no-incremental): take the compiler calls from it." };

    public Option<bool> NoCache { get; } = new("--no-cache") { Description = "Neither use nor keep what an earlier scan of the same inputs read." };

    public Option<bool> IgnoreAcceptances { get; } = new("--ignore-acceptances") { Description = "Show and judge findings whose risk was accepted like all others." };

    public Option<string?> Now { get; } = new("--now") { Description = "Day of the scan for the end of acceptances, such as 2027-03-31; default: SOURCE_DATE_EPOCH, else today." };

    public ScanOptions() =>
        Verbosity.AcceptOnlyFromAmong("q", "quiet", "m", "minimal", "n", "normal", "d", "detailed", "diag", "diagnostic");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Root, Config, NoConfig, Environment, Target, Exact, Restore, BinaryLog, NoCache, IgnoreAcceptances, Now, Verbosity, Quiet, NoLogo })
        {
            command.Options.Add(option);
        }
    }

    public TextDetail Detail(ParseResult parsed) => parsed.GetValue(Quiet) ? TextDetail.Quiet : parsed.GetValue(Verbosity) switch
    {
        "q" or "quiet" => TextDetail.Quiet,
        "m" or "minimal" => TextDetail.Minimal,
        "d" or "detailed" => TextDetail.Detailed,
        Diagnostic or "diag" => TextDetail.Diagnostic,
        _ => TextDetail.Normal,
    };

    /// <summary>True when nothing but the answer is wanted: no progress and no closing line.</summary>
    public bool IsSilent(ParseResult parsed) => parsed.GetValue(NoLogo) || Detail(parsed) == TextDetail.Quiet;

    /// <summary>True when the command asks for what a maintainer needs, such as a stack trace.</summary>
    public static bool IsDiagnostic(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.OfType<Option<string>>().FirstOrDefault(o => o.Name == VerbosityName) is { } verbosity
        && parsed.GetValue(verbosity) is Diagnostic or "diag";

    /// <summary>The commands that lead on from this scan, with the options that decided its answer.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">Scanned path as the user wrote it.</param>
    /// <param name="resultFile">The spof.json that the scan writes; null for none.</param>
    public NextCommands Next(ParseResult parsed, string path, string? resultFile)
    {
        var options = new[] { Root, Config, Environment, Target, BinaryLog, Now }
            .Where(o => parsed.GetValue(o) is not null)
            .Select(o => (o.Name, parsed.GetValue(o)))
            .Concat(new[] { NoConfig, Exact, IgnoreAcceptances }.Where(o => parsed.GetValue(o)).Select(o => (o.Name, (string?)null)));
        return new NextCommands(path == "." ? null : path, resultFile, [.. options]);
    }

    /// <exception cref="UserError">The path does not exist, or the configuration is wrong.</exception>
    public ScanRequest Request(ParseResult parsed, string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var isFile = File.Exists(full);
        if (!isFile && !Directory.Exists(full))
        {
            throw new UserError($"'{path}' does not exist");
        }

        // A project of another language passes: what lies around it is read, and the reader of C# says what it does not read.
        if (isFile && Path.GetExtension(full).ToLowerInvariant() is not (".sln" or ".slnx" or ".slnf" or ".csproj" or ".fsproj" or ".vbproj"))
        {
            throw new UserError($"'{path}' is neither a folder nor a solution or C# project");
        }

        var folder = isFile ? Path.GetDirectoryName(full)! : full;
        var root = parsed.GetValue(Root) is { } named ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(named)) : RepositoryRoot(folder);
        if (!Directory.Exists(root) || (folder != root && !RealPath.IsBelow(root, folder)))
        {
            throw new UserError($"the root '{root}' does not hold '{path}'");
        }

        var noConfig = parsed.GetValue(NoConfig);
        var today = Today(parsed.GetValue(Now));
        return new ScanRequest
        {
            Folder = folder,
            ProjectFile = isFile ? full : null,
            Root = root,
            Settings = noConfig ? SpofSettings.Default : SettingsFile.Load(parsed.GetValue(Config), folder, root),
            Risks = parsed.GetValue(IgnoreAcceptances) ? AcceptedRisks.None with { IsIgnored = true } : noConfig ? AcceptedRisks.None : RisksFile.Load(parsed.GetValue(Config), folder, root, today),
            Today = today,
            Environment = parsed.GetValue(Environment),
            Target = parsed.GetValue(Target),
            IsExact = parsed.GetValue(Exact),
            Restores = parsed.GetValue(Restore),
            CacheFolder = parsed.GetValue(NoCache) ? null : CacheLocation.Folder(),
            BinaryLog = parsed.GetValue(BinaryLog) is { } log ? ExistingFile(log, BinaryLog.Name) : null,
        };
    }

    private static string ExistingFile(string path, string option) =>
        File.Exists(path) ? System.IO.Path.GetFullPath(path) : throw new UserError($"{option}: '{path}' does not exist");

    /// <summary>The day of the scan: as asked for, else that of a reproducible build, else today.</summary>
    private static DateOnly Today(string? now)
    {
        if (now is not null)
        {
            return DateOnly.TryParseExact(now, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new UserError($"'--now {now}' is no date; write it as 2027-03-31");
        }

        var utc = long.TryParse(System.Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : DateTime.UtcNow;
        return DateOnly.FromDateTime(utc);
    }

    private static string RepositoryRoot(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var git = Path.Combine(at, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return at;
            }
        }

        return folder;
    }
}
