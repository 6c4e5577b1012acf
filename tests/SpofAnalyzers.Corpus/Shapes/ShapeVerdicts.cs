namespace SpofAnalyzers.Corpus.Shapes;

/// <summary>The twenty-four weak programs and their twins; each is judged by every rule.</summary>
internal static class ShapeVerdicts
{
    public static async Task<IReadOnlyList<Verdict>> RunAsync()
    {
        var verdicts = new List<Verdict>();
        foreach (var shape in ShapeTable.All)
        {
            verdicts.Add(new Verdict(shape.Folder + "/Weak", null, shape.Rules.ToHashSet(), (await shape.WeakAsync()).Select(d => d.Id).ToHashSet()));
            verdicts.Add(new Verdict(shape.Folder + "/Twin", null, new HashSet<string>(), (await shape.TwinAsync()).Select(d => d.Id).ToHashSet()));
        }

        return verdicts;
    }
}
