using Spof.Analysis;
using Spof.Model;

namespace Spof.Reporting;

/// <summary>The answer to "if this disappears, what stops?" for one target.</summary>
public sealed class FailReport(TextWriter output, DeploymentTarget target, WhatIfResult result)
{
    private readonly Dictionary<string, string> _names = target.Components.Select(c => (c.Id, c.Name))
        .Concat(target.Domains.Select(d => (d.Id, d.Name)))
        .DistinctBy(n => n.Id)
        .ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);

    public void Write()
    {
        output.WriteLine($"Target {SafeText.Of(target.Id)}{Words.Of(target.Role)}");
        output.WriteLine($"Gone: {string.Join(", ", result.Lost.Select(Name))}");
        output.WriteLine(result.Stops.IsEmpty
            ? $"No entry point stops ({result.Survives.Length} of {target.EntryPoints.Length} {(result.Survives.Length == 1 ? "goes" : "go")} on)."
            : $"{result.Stops.Length} of {Words.Count(target.EntryPoints.Length, "entry point", "entry points")} {(result.Stops.Length == 1 ? "stops" : "stop")}.");
        output.WriteLine();
        var outcomes = result.Outcomes.ToLookup(o => o.EntryPointId, StringComparer.Ordinal);
        foreach (var entry in target.EntryPoints)
        {
            var worst = outcomes[entry.Id].Max(o => o.State);
            var modes = outcomes[entry.Id].Where(o => o.State == worst && worst > EntryPointState.Up).Select(o => Words.Of(o.Mode)).ToArray();
            output.WriteLine($"  {Mark(worst)} {Word(worst),-17} {SafeText.Of(entry.Name)}{(modes.Length > 0 ? $"  ({string.Join(", ", modes)})" : "")}");
        }

        var fallen = result.Steps.Where(s => s.Round > 0).ToArray();
        if (fallen.Length > 0)
        {
            output.WriteLine();
            output.WriteLine("What falls with it");
            foreach (var step in fallen)
            {
                var cause = step.BecauseOf is { } id ? $"needs {Name(id)}" : "";
                output.WriteLine($"  {step.Round}  {Name(step.ComponentId),-28} {Word(step.State),-17} {cause}");
            }
        }

        output.WriteLine();
    }

    private string Name(string id) => SafeText.Of(_names.GetValueOrDefault(id, id));

    private static char Mark(EntryPointState state) => state switch
    {
        EntryPointState.Up => '●',
        EntryPointState.Stopped => '✖',
        _ => '◐',
    };

    private static string Word(EntryPointState state) => state switch
    {
        EntryPointState.Up => "up",
        EntryPointState.Degraded => "degraded",
        EntryPointState.PossiblyStopped => "possibly stopped",
        _ => "stopped",
    };
}
