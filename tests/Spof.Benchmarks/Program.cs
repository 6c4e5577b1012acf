using System.CommandLine;
using Spof.Benchmarks;
using Spof.Benchmarks.Generation;

var projects = new Option<int>("--projects") { DefaultValueFactory = _ => 30, Description = "Projects of the generated solution." };
var files = new Option<int>("--files") { DefaultValueFactory = _ => 1200, Description = "C# files of the generated solution." };
var repetitions = new Option<int>("--repeat") { DefaultValueFactory = _ => 3, Description = "Runs of each cheap command; the cheapest counts." };
var folder = new Option<DirectoryInfo?>("--folder") { Description = "Where to write the solution; a temporary folder that is removed afterwards by default." };
var tool = new Option<FileInfo>("--tool") { Required = true, Description = "Path of spof.dll, built in Release." };
var load = new Command("load", "Cost of a scan beside a build and beside MSBuildWorkspace.") { projects, files, repetitions, folder, tool };
load.SetAction(async (parsed, _) =>
{
    var kept = parsed.GetValue(folder);
    var where = kept ?? Directory.CreateTempSubdirectory("spof-benchmark");
    try
    {
        await new LoadBenchmark(parsed.GetValue(tool)!.FullName, Console.Out)
            .RunAsync(where.FullName, parsed.GetValue(projects), parsed.GetValue(files), parsed.GetValue(repetitions));
    }
    finally
    {
        if (kept is null)
        {
            where.Delete(recursive: true);
        }
    }
});

var into = new Argument<DirectoryInfo>("folder");
var generate = new Command("generate", "Only writes the solution, to look at it or to profile on it.") { into, projects, files };
generate.SetAction(parsed => Console.WriteLine(
    SolutionGenerator.Write(parsed.GetValue(into)!.FullName, parsed.GetValue(projects), parsed.GetValue(files))));

var solution = new Argument<FileInfo>("solution");
var open = new Command("open-workspace", "Opens a solution with MSBuildWorkspace and gets all compilations.") { solution };
open.SetAction(async (parsed, cancellation) =>
    Console.WriteLine(await WorkspaceLoad.OpenAsync(parsed.GetValue(solution)!.FullName, cancellation) + " compilations"));

return await new RootCommand("Measures spof against references in the same run.") { load, generate, open }.Parse(args).InvokeAsync();
