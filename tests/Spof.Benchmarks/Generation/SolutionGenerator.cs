using System.Text;

namespace Spof.Benchmarks.Generation;

/// <summary>
/// Writes an online shop of any size: a library of service defaults, one of contracts, and for each business area a domain, an
/// infrastructure (EF Core on PostgreSQL, Redis, an HTTP client of the next area) and a web service with its Dockerfile, settings
/// and Kubernetes objects. The same sizes always give the same bytes.
/// </summary>
internal sealed class SolutionGenerator
{
    private const int ProjectsPerArea = 3;
    private readonly string _folder;
    private readonly int _projects;
    private readonly int _files;
    private readonly IReadOnlyList<(string Id, string Version)> _analyzers;
    private readonly List<string> _projectFiles = [];
    private int _writtenFiles;
    private int _writtenLines;

    private SolutionGenerator(string folder, int projects, int files, IReadOnlyList<(string Id, string Version)> analyzers)
    {
        _folder = folder;
        _analyzers = analyzers;
        _projects = projects;
        _files = files;
    }

    /// <param name="folder">An empty or missing folder.</param>
    /// <param name="projects">Number of projects, at least 5.</param>
    /// <param name="files">Number of C# files over all projects.</param>
    /// <param name="analyzers">Id and version of analyzer packages that every project gets.</param>
    public static GeneratedSolution Write(string folder, int projects, int files, params IReadOnlyList<(string Id, string Version)> analyzers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(projects, 2 + ProjectsPerArea);
        var generator = new SolutionGenerator(folder, projects, files, analyzers);
        generator.WriteAll();
        return new GeneratedSolution(folder, generator._projectFiles.Count, generator._writtenFiles, generator._writtenLines);
    }

    private void WriteAll()
    {
        WriteText("Directory.Build.props", BuildTemplates.Properties);
        WriteText("Directory.Build.targets", BuildTemplates.NoTargets);
        WriteText("Directory.Packages.props", BuildTemplates.Packages(_analyzers));
        WriteProject("Shop.ServiceDefaults", BuildTemplates.SharedWebLibrary);
        WriteSource("Shop.ServiceDefaults", "ServiceDefaults", ServiceTemplates.ServiceDefaults);
        var areas = Enumerable.Range(0, (_projects - 2) / ProjectsPerArea).Select(AreaName).ToArray();
        for (var a = 0; a < areas.Length; a++)
        {
            WriteArea(areas[a], areas[(a + 1) % areas.Length]);
        }

        // What does not make a whole area becomes further libraries.
        for (var rest = _projectFiles.Count; rest < _projects - 1; rest++)
        {
            WriteLibrary($"Shop.Tools{rest}");
        }

        WriteContracts();
        WriteText("deploy/stores.yaml", ServiceTemplates.Stores);
        WriteText("Shop.slnx", BuildTemplates.Solution(_projectFiles));
    }

    private int FilesPerProject => _files / _projects;

    private static string AreaName(int number)
    {
        string[] names = ["Orders", "Catalogue", "Inventory", "Payments", "Shipping", "Customers", "Pricing", "Reviews", "Search", "Basket"];
        return names[number % names.Length] + (number < names.Length ? "" : (number / names.Length).ToString());
    }

    /// <summary>Holds the files that are still missing to the wanted number.</summary>
    private void WriteContracts()
    {
        WriteProject("Shop.Contracts", BuildTemplates.Library([]));
        for (var i = 0; _writtenFiles < _files; i++)
        {
            WriteSource("Shop.Contracts", $"Message{i}", DomainTemplates.Message(i));
        }
    }

    private void WriteLibrary(string name)
    {
        WriteProject(name, BuildTemplates.Library(["Shop.Contracts"]));
        for (var i = 0; i < FilesPerProject; i++)
        {
            WriteSource(name, $"Entity{i}", DomainTemplates.Entity(name, i));
        }
    }

    private void WriteArea(string area, string next)
    {
        var (domain, infrastructure, api) = ($"Shop.{area}.Domain", $"Shop.{area}.Infrastructure", $"Shop.{area}.Api");
        WriteProject(domain, BuildTemplates.Library(["Shop.Contracts"]));
        for (var i = 0; i < FilesPerProject; i++)
        {
            WriteSource(domain, $"Entity{i}", DomainTemplates.Entity(domain, i));
        }

        WriteProject(infrastructure, BuildTemplates.Infrastructure([domain, "Shop.Contracts"]));
        WriteSource(infrastructure, $"{area}Context", ServiceTemplates.Context(area, FilesPerProject));
        WriteSource(infrastructure, $"{next}Client", ServiceTemplates.Client(area, next));
        for (var i = 2; i < FilesPerProject; i++)
        {
            WriteSource(infrastructure, $"Entity{i}Store", ServiceTemplates.Store(area, i));
        }

        WriteProject(api, BuildTemplates.WebService([infrastructure, domain, "Shop.ServiceDefaults"]));
        WriteSource(api, "Program", ServiceTemplates.Program(area, next, FilesPerProject));
        for (var i = 2; i < FilesPerProject; i++)
        {
            WriteSource(api, $"Entity{i}Endpoints", ServiceTemplates.Endpoints(area, i));
        }

        WriteText($"src/{api}/appsettings.json", ServiceTemplates.Settings(area, next));
        WriteText($"src/{api}/Dockerfile", ServiceTemplates.Dockerfile(api));
        WriteText($"deploy/{area.ToLowerInvariant()}.yaml", ServiceTemplates.Manifest(area, next));
    }

    private void WriteProject(string name, string content)
    {
        var path = $"src/{name}/{name}.csproj";
        WriteText(path, content);
        _projectFiles.Add(path);
    }

    private void WriteSource(string project, string type, string content)
    {
        WriteText($"src/{project}/{type}.cs", content);
        _writtenFiles++;
        _writtenLines += content.AsSpan().Count('\n') + 1;
    }

    private void WriteText(string path, string content)
    {
        var full = Path.Join(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
