using System.CommandLine;
using Spof.Model;
using Spof.Reporting;
using Spof.Tool.Scanning;
using Spof.Tool.Settings;

namespace Spof.Tool.Commands;

/// <summary>Options that say what is scanned and how; shared by every command that scans.</summary>
internal sealed class ScanOptions
{
    public Argument<string> PathArgument { get; } = new("path")
    {
        Description = "Folder, solution or project; the current folder when left out.",
        DefaultValueFactory = _ => ".",
    };

    public Option<string?> Root { get; } = new("--root") { Description = "Root of the repository: build files up to it are read, and paths in SARIF start there; default: nearest parent with .git, else the scanned folder." };

    public Option<string?> Config { get; } = new("--config") { Description = "Configuration file; default: spof.yml in the scanned folder or a parent up to the root." };

    public Option<bool> NoConfig { get; } = new("--no-config") { Description = "Read no configuration file." };

    public Option<string?> Environment { get; } = new("--environment") { Description = "Environment that chooses overlays; default: each workload's own, else Production." };

    public Option<string?> Target { get; } = new("--target") { Description = "Id or name of the deployment target to judge." };

    public Option<string> Verbosity { get; } = Named("--verbosity", "-v", "quiet, minimal, normal, detailed or diagnostic (q, m, n, d, diag).", "normal",
        "q", "quiet", "m", "minimal", "n", "normal", "d", "detailed", "diag", "diagnostic");

    public Option<bool> NoLogo { get; } = new("--nologo") { Description = "No progress and no closing line on stderr." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Root, Config, NoConfig, Environment, Target, Verbosity, NoLogo })
        {
            command.Options.Add(option);
        }
    }

    public TextDetail Detail(ParseResult parsed) => parsed.GetValue(Verbosity) switch
    {
        "q" or "quiet" => TextDetail.Quiet,
        "d" or "detailed" or "diag" or "diagnostic" => TextDetail.Detailed,
        _ => TextDetail.Normal,
    };

    /// <exception cref="UserError">The path does not exist, or the configuration is wrong.</exception>
    public ScanRequest Request(ParseResult parsed, string path)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        var isFile = File.Exists(full);
        if (!isFile && !Directory.Exists(full))
        {
            throw new UserError($"'{path}' does not exist");
        }

        if (isFile && System.IO.Path.GetExtension(full).ToLowerInvariant() is not (".sln" or ".slnx" or ".slnf" or ".csproj"))
        {
            throw new UserError($"'{path}' is neither a folder nor a solution or C# project");
        }

        var folder = isFile ? System.IO.Path.GetDirectoryName(full)! : full;
        var root = parsed.GetValue(Root) is { } named ? System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(named)) : RepositoryRoot(folder);
        if (!Directory.Exists(root) || !(folder + System.IO.Path.DirectorySeparatorChar).StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UserError($"the root '{root}' does not hold '{path}'");
        }

        return new ScanRequest
        {
            Folder = folder,
            ProjectFile = isFile ? full : null,
            Root = root,
            Settings = parsed.GetValue(NoConfig) ? SpofSettings.Default : SettingsFile.Load(parsed.GetValue(Config), folder, root),
            Environment = parsed.GetValue(Environment),
            Target = parsed.GetValue(Target),
        };
    }

    public static Option<string> Named(string name, string? alias, string description, string defaultValue, params string[] values)
    {
        var option = alias is null ? new Option<string>(name) : new Option<string>(name, alias);
        option.Description = description;
        option.DefaultValueFactory = _ => defaultValue;
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static string RepositoryRoot(string folder)
    {
        for (var at = folder; at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            var git = System.IO.Path.Combine(at, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return at;
            }
        }

        return folder;
    }
}
