namespace SpofAnalyzers.Tests.Harness;

public sealed class HarnessTests
{
    [Fact]
    public void Marks_are_cut_out_and_remembered()
    {
        var source = MarkedSource.Parse("a [|b|] {|SPOF1001:c|} {|d|}");
        Assert.Equal("a b c {|d|}", source.Text);
        Assert.Equal([(null, 2), ("SPOF1001", 4)], source.Spans.Select(s => (s.Id, s.Span.Start)));
    }

    [Fact]
    public void Reference_bag_holds_the_libraries() =>
        Assert.Contains(ReferenceBag.All, r => r.Display!.EndsWith("Npgsql.dll", StringComparison.Ordinal));
}
