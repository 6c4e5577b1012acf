using System.CommandLine;
using System.Globalization;
using System.Text;
using Spof.Analysis.FaultTrees;
using Spof.Analysis.FaultTrees.OpenPsa;
using Spof.Reporting;

namespace Spof.Tool.Commands;

/// <summary><c>spof faulttree</c>: minimal cut sets, probability and importances of a fault tree in the Open-PSA format.</summary>
internal static class FaultTreeCommand
{
    public static Command Create(TextWriter stdout)
    {
        var files = new Argument<string[]>("file") { Description = "Open-PSA files that together are one model.", Arity = ArgumentArity.OneOrMore };
        var order = new Option<int?>("--order") { Description = "Largest number of events in a minimal cut set; all when left out." };
        var top = new Option<string?>("--top") { Description = "The gate to judge; the only one that no other gate uses when left out." };
        var limit = new Option<int>("--limit") { Description = "How many cut sets and events are listed.", DefaultValueFactory = _ => 20 };
        var noProbability = new Option<bool>("--no-probability") { Description = "Leave out the probability and the importances." };
        var noCutSets = new Option<bool>("--no-cut-sets") { Description = "Leave out the minimal cut sets." };
        var format = new Option<string>("--format") { Description = "What stdout carries: text (default) or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Bound(order, 1);
        Bound(limit, 0);
        var command = new Command("faulttree", "Minimal cut sets, probability and importances of an Open-PSA fault tree") { files, order, top, limit, noProbability, noCutSets, format };
        command.SetAction((parsed, cancellationToken) =>
        {
            var tree = Read(parsed.GetValue(files)!, parsed.GetValue(top));
            var options = new FaultTreeOptions
            {
                MaxOrder = parsed.GetValue(order),
                Probability = !parsed.GetValue(noProbability),
                CutSets = !parsed.GetValue(noCutSets),
            };
            var solution = FaultTreeSolution.Of(tree, options, cancellationToken);
            if (parsed.GetValue(format) == "json")
            {
                using var json = new MemoryStream();
                FaultTreeJson.Write(json, solution, options.MaxOrder, parsed.GetValue(limit));
                stdout.WriteLine(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
            }
            else
            {
                new FaultTreeReport(stdout, solution, options.MaxOrder, parsed.GetValue(limit)).Write();
            }

            var isWhole = (solution.CutSets is not null || !options.CutSets) && (solution.Probability is not null || !options.Probability || tree.Events.Any(e => e.Probability is null));
            return Task.FromResult((int)(isWhole ? ExitCode.Passed : ExitCode.Incomplete));
        });
        return command;
    }

    private static FaultTree Read(string[] files, string? top)
    {
        var streams = new List<Stream>();
        try
        {
            foreach (var file in files)
            {
                streams.Add(File.OpenRead(file));
            }

            return FaultTree.Compile(OpenPsaReader.Read(streams), top);
        }
        catch (FaultTreeException problem)
        {
            var (source, line) = (files[problem.Place.Source], problem.Place.Line);
            throw new UserError(line > 0 ? $"{source}:{line}: {problem.Message}" : $"{(files.Length == 1 ? source + ": " : "")}{problem.Message}");
        }
        finally
        {
            streams.ForEach(s => s.Dispose());
        }
    }

    private static void Bound<T>(Option<T> option, int smallest) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var written] && !(int.TryParse(written.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= smallest))
        {
            result.AddError($"{option.Name} takes a number from {smallest}");
        }
    });
}
