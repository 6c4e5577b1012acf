using System.Globalization;
using System.Text;
using SpofAnalyzers.Corpus.Hosts;
using SpofAnalyzers.Corpus.RealCode;
using SpofAnalyzers.Corpus.Shapes;
using SpofAnalyzers.Corpus.State;

namespace SpofAnalyzers.Corpus;

/// <summary>Writes <c>docs/precision.md</c> from what the rules said about the corpus.</summary>
internal static class PrecisionPage
{
    public static async Task<string> WriteAsync()
    {
        var shapes = await ShapeVerdicts.RunAsync();
        var state = await StateVerdicts.RunAsync();
        var real = VerdictFile.Read();
        var page = new StringBuilder();
        page.Append("""
            # Precision

            Written by `tests/SpofAnalyzers.Corpus` with `SPOF_WRITE_EXPECTED=1`; a test fails when it no longer holds. Every program of the corpus is read with every rule on, those that are
            off by default too. A rule that warns must be worth acting on in nine of ten places in real code, or it informs only.

            - **Programs with a verdict**: for each of twenty-four shapes a weak program and a twin that looks alike and is harmless, and the examples of critical and of benign state.
            - **Real code**: what `dotnet new` writes, and the C# below `SPOF_CORPUS` where it is set. Each diagnostic was read in its source.
            - **Healthy services**: `tests/SpofAnalyzers.ValidCode` is built with every rule as an error.


            """.ReplaceLineEndings("\n"));
        Shapes(page);
        Rules(page, [.. shapes, .. state], real);
        State(page);
        Hosts(page);
        Real(page, real);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Shapes(StringBuilder page)
    {
        page.Append("## Twenty-four shapes\n\nThe programs are in `tests/SpofAnalyzers.Corpus/Shapes`.\n\n| shape | weak program | reported by | silent twin |\n|---|---|---|---|\n");
        foreach (var shape in ShapeTable.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {int.Parse(shape.Folder[..2], CultureInfo.InvariantCulture)} | {shape.Weakness} | {string.Join(", ", shape.Rules.Select(Link))} | {shape.Harmless} |\n");
        }
    }

    private static void Rules(StringBuilder page, IReadOnlyList<Verdict> verdicts, IReadOnlyList<RealVerdict> real)
    {
        page.Append("\n## By rule\n\n*Found* and *missed*: programs with the weakness. *False*: programs without it that are reported; *silent*: those that are not. *Precision* is found / (found + false), *recall* found /"
            + " (found + missed).\nThe last column counts diagnostics in real code that are worth acting on. Rules that nothing here is about have their own tests only.\n\n"
            + "| rule | found | missed | false | silent | precision | recall | real code |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var rule in AllRules.ById.Keys)
        {
            int found = verdicts.Count(v => v.IsFound(rule)), missed = verdicts.Count(v => v.IsMissed(rule)), wrong = verdicts.Count(v => v.IsFalse(rule));
            var judged = real.Where(v => v.Rule == rule).ToArray();
            if (found + missed + wrong + judged.Length > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {Link(rule)} | {found} | {missed} | {wrong} | {verdicts.Count(v => v.IsAbout(rule)) - found - missed - wrong} | {Share(found, found + wrong)} | {Share(found, found + missed)}")
                    .Append(CultureInfo.InvariantCulture, $" | {(judged.Length == 0 ? "" : $"{judged.Count(v => v.IsWorthActingOn)} of {judged.Length}")} |\n");
            }
        }
    }

    private static void State(StringBuilder page)
    {
        page.Append("\n## What is known to be wrong\n\nCritical state that is not reported:\n\n");
        foreach (var miss in StateVerdicts.KnownMisses)
        {
            page.Append(CultureInfo.InvariantCulture, $"- {miss.Title} ({miss.Expected["known miss: ".Length..]})\n");
        }

        page.Append("\nState that counts as benign and is reported, as information:\n\n");
        foreach (var alarm in StateVerdicts.KnownFalseAlarms)
        {
            page.Append(CultureInfo.InvariantCulture, $"- {alarm.Title}\n");
        }
    }

    private static void Hosts(StringBuilder page)
    {
        page.Append("\n## Hosts\n\nEvery decision about an endpoint begins with what kind of host it names.\n\n| kind | hosts | precision | recall |\n|---|---|---|---|\n");
        foreach (var (kind, hosts, right, wrong) in HostVerdicts.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {kind} | {hosts} | {Share(right, right + wrong)} | {Share(right, hosts)} |\n");
        }
    }

    private static void Real(StringBuilder page, IReadOnlyList<RealVerdict> real)
    {
        page.Append("\n## Real code\n\nTrees are read from source alone, with no package at hand: what a library does of which the tool has no declarations is not seen. So SQLite as the only store of two new projects"
            + " (SPOF2005)\nis missed. Verdicts with their reasons: `tests/SpofAnalyzers.Corpus/RealCode/verdicts.json`. *True*: worth acting on where it runs as it stands. *Acceptable*: as reported, and its owner may live with"
            + " it. *Debatable*: one could say\neither. *False*: it is not so.\n\n| tree | rule | true | acceptable | debatable | false |\n|---|---|---|---|---|---|\n");
        foreach (var group in real.GroupBy(v => (v.Tree, v.Rule)).OrderBy(g => g.Key.Tree, StringComparer.Ordinal).ThenBy(g => g.Key.Rule, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {group.Key.Tree} | {Link(group.Key.Rule)} | {string.Join(" | ", RealVerdict.Words.Select(w => group.Count(v => v.Says == w)))} |\n");
        }
    }

    private static string Link(string rule) => $"[{rule}](rules/{rule}.md)";

    private static string Share(int part, int whole) => whole == 0 ? "" : (100.0 * part / whole).ToString("0", CultureInfo.InvariantCulture) + " %";
}
