using Spof.Model;
using Spof.Tool.Risks;

namespace Spof.Tool.Tests.Risks;

public sealed class RisksReaderTests
{
    private const string Signed = "owner: team, reason: planned, until: 2027-03-31";
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void An_entry_is_read_with_all_it_says()
    {
        var risks = RisksReader.Read("risks.yml", """
            - finding: 7F3a19c2
              owner: team-orders
              reason: Migration in Q1
              until: 2027-03-31
              ticket: OPS-4411
            - { rule: SPOF7001, node: orders-db, entryPoints: [admin], owner: a, reason: b, until: 2026-12-01 }
            """, Today);

        Assert.Empty(risks.Remarks);
        Assert.Equal(
            ("7F3a19c2", "team-orders", "Migration in Q1", new DateOnly(2027, 3, 31), "OPS-4411", 1),
            (risks.Entries[0].Finding, risks.Entries[0].Owner, risks.Entries[0].Reason, risks.Entries[0].Until, risks.Entries[0].Ticket, risks.Entries[0].At.Line));
        Assert.Equal(("SPOF7001", "orders-db", "admin"), (risks.Entries[1].Rule, risks.Entries[1].Node, Assert.Single(risks.Entries[1].EntryPoints)));
    }

    [Theory]
    [InlineData("{ finding: 7f3a19c2, reason: b, until: 2027-03-31 }", "'owner' is missing")]
    [InlineData("{ finding: 7f3a19c2, owner: a, until: 2027-03-31 }", "'reason' is missing")]
    [InlineData("{ finding: 7f3a19c2, owner: a, reason: b }", "'until' is missing")]
    [InlineData("{ finding: 7f3a19c2, owner: a, reason: b, until: 31.3.2027 }", "'until' is no date; write it as 2027-03-31")]
    [InlineData("{ finding: 7f3a19c2, owner: a, reason: b, until: 2027-11-25 }", "'until' is more than 365 days away")]
    [InlineData("{ finding: 7f3a19c2, owner: a, reason: b, untill: 2027-03-31 }", "unknown key 'untill'; did you mean 'until'?")]
    [InlineData("{ finding: 7f3a, " + Signed + " }", "'finding' is no fingerprint; 8 or more hex digits are expected")]
    [InlineData("{ finding: orders-db, " + Signed + " }", "'finding' is no fingerprint; 8 or more hex digits are expected")]
    [InlineData("{ rule: SPOF7001, " + Signed + " }", "'finding', or 'rule' and 'node', is missing")]
    [InlineData("{ rule: SPOF7091, node: db, " + Signed + " }", "'rule': there is no rule 'SPOF7091'; did you mean 'SPOF7001'?")]
    [InlineData("just a text", "a mapping with the keys finding, rule, node, entryPoints, owner, reason, until, ticket is expected")]
    public void A_wrong_field_makes_the_entry_void_and_is_named_with_its_line(string entry, string message)
    {
        var risks = RisksReader.Read("risks.yml", "# risks\n- " + entry, Today);
        Assert.Empty(risks.Entries);
        var remark = Assert.Single(risks.Remarks);
        Assert.Equal(("risks.yml:2", "the acceptance is void: " + message, true), (remark.At.ToString(), remark.Text, remark.IsError));
    }

    [Fact]
    public void A_void_entry_leaves_the_others_valid() =>
        Assert.Single(RisksReader.Read("risks.yml", $"- {{ finding: x, {Signed} }}\n- {{ finding: 7f3a19c2, {Signed} }}", Today).Entries);

    [Fact]
    public void A_year_ahead_is_not_too_far() =>
        Assert.Single(RisksReader.Read("risks.yml", "- { finding: 7f3a19c2, owner: a, reason: b, until: 2027-11-24 }", Today).Entries);

    [Theory]
    [InlineData("")]
    [InlineData("# none yet")]
    [InlineData("[]")]
    public void An_empty_file_accepts_nothing(string text) => Assert.Equal((0, 0), (RisksReader.Read("r", text, Today).Entries.Length, RisksReader.Read("r", text, Today).Remarks.Length));

    [Theory]
    [InlineData("risks: []", "risks.yml:1: a list is expected")]
    [InlineData("- a: b: c", "risks.yml:1: ")]
    public void A_file_that_is_no_list_is_a_failure(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<SettingsException>(() => RisksReader.Read("risks.yml", text, Today)).Message, StringComparison.Ordinal);
}
