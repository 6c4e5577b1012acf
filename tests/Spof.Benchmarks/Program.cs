using System.CommandLine;
using Spof.Benchmarks;
using Spof.Benchmarks.Compilers;
using Spof.Benchmarks.Generation;

var projects = new Option<int>("--projects") { DefaultValueFactory = _ => 30, Description = "Projects of the generated solution." };
var files = new Option<int>("--files") { DefaultValueFactory = _ => 1200, Description = "C# files of the generated solution." };
var repetitions = new Option<int>("--repeat") { DefaultValueFactory = _ => 3, Description = "Runs of each cheap command; the cheapest counts." };
var folder = new Option<DirectoryInfo?>("--folder") { Description = "Where to write the solution; a temporary folder that is removed afterwards by default." };
var tool = new Option<FileInfo>("--tool") { Required = true, Description = "Path of spof.dll, built in Release." };
var load = new Command("load", "Cost of a scan beside a build and beside MSBuildWorkspace.") { projects, files, repetitions, folder, tool };
load.SetAction((parsed, _) => InFolderAsync(parsed.GetValue(folder), where => new LoadBenchmark(parsed.GetValue(tool)!.FullName, Console.Out)
    .RunAsync(where, parsed.GetValue(projects), parsed.GetValue(files), parsed.GetValue(repetitions))));

var webProjects = new Option<int>("--projects") { DefaultValueFactory = _ => 11, Description = "Projects of the generated solution." };
var webFiles = new Option<int>("--files") { DefaultValueFactory = _ => 400, Description = "C# files of the generated solution." };
var package = new Option<FileInfo>("--package") { Required = true, Description = "Path of SpofAnalyzers.*.nupkg, packed in Release." };
var analyzers = new Command("analyzers", "Cost of the package in a build, beside neighbouring analyzers.") { webProjects, webFiles, repetitions, folder, package };
analyzers.SetAction((parsed, _) => InFolderAsync(parsed.GetValue(folder), where => new AnalyzerBenchmark(parsed.GetValue(package)!.FullName, Console.Out)
    .RunAsync(where, parsed.GetValue(webProjects), parsed.GetValue(webFiles), parsed.GetValue(repetitions))));

var log = new Argument<FileInfo>("log") { Description = "Binary log of a build with the package, as 'analyzers --folder' leaves one." };
var editor = new Command("editor", "Cost of the rules while somebody types.") { log };
editor.SetAction((parsed, _) => new EditorBenchmark(Console.Out).RunAsync(BuildLog.Calls(parsed.GetValue(log)!.FullName)));

var into = new Argument<DirectoryInfo>("folder");
var generate = new Command("generate", "Only writes the solution, to look at it or to profile on it.") { into, projects, files };
generate.SetAction(parsed => Console.WriteLine(
    SolutionGenerator.Write(parsed.GetValue(into)!.FullName, parsed.GetValue(projects), parsed.GetValue(files))));

var solution = new Argument<FileInfo>("solution");
var open = new Command("open-workspace", "Opens a solution with MSBuildWorkspace and gets all compilations.") { solution };
open.SetAction(async (parsed, cancellation) =>
    Console.WriteLine(await WorkspaceLoad.OpenAsync(parsed.GetValue(solution)!.FullName, cancellation) + " compilations"));

var models = new Option<DirectoryInfo>("--models") { Required = true, Description = "Folder with Open-PSA fault trees." };
var scram = new Option<string?>("--scram") { Description = "Path of the reference solver; without it only spof is measured." };
var faultTree = new Command("faulttree", "Cost of solving fault trees, beside a reference solver.") { models, scram, tool, repetitions };
faultTree.SetAction((parsed, _) => new FaultTreeBenchmark(parsed.GetValue(tool)!.FullName, parsed.GetValue(scram), Console.Out)
    .RunAsync(parsed.GetValue(models)!.FullName, parsed.GetValue(repetitions)));

return await new RootCommand("Measures spof against references in the same run.") { load, analyzers, editor, faultTree, generate, open }.Parse(args).InvokeAsync();

static async Task InFolderAsync(DirectoryInfo? kept, Func<string, Task> run)
{
    var where = kept ?? Directory.CreateTempSubdirectory("spof-benchmark");
    try
    {
        await run(where.FullName);
    }
    finally
    {
        if (kept is null)
        {
            where.Delete(recursive: true);
        }
    }
}
