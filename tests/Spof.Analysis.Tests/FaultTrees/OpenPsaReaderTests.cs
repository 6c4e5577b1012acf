using System.Text;
using Spof.Analysis.FaultTrees;
using Spof.Analysis.FaultTrees.OpenPsa;

namespace Spof.Analysis.Tests.FaultTrees;

public sealed class OpenPsaReaderTests
{
    [Fact]
    public void Gates_events_house_events_parameters_and_nested_formulas_are_read()
    {
        var model = Read("""
            <opsa-mef name="plant">
              <define-fault-tree name="ft">
                <define-gate name="top"><label>Loss of cooling</label>
                  <or><gate name="pumps"/><and><event name="valve"/><not><house-event name="bypass"/></not></and></or>
                </define-gate>
                <define-gate name="pumps"><atleast min="2"><basic-event name="p1"/><basic-event name="p2"/><event type="basic-event" name="p3"/></atleast></define-gate>
              </define-fault-tree>
              <model-data>
                <define-basic-event name="p1"><float value="1e-2"/></define-basic-event>
                <define-basic-event name="p2"><parameter name="pump"/></define-basic-event>
                <define-basic-event name="p3"><attributes><attribute name="a" value="b"/></attributes><int value="1"/></define-basic-event>
                <define-basic-event name="valve"/>
                <define-parameter name="pump" unit="float"><parameter name="other"/></define-parameter>
                <define-parameter name="other"><float value="0.25"/></define-parameter>
                <define-house-event name="bypass"><constant value="false"/></define-house-event>
              </model-data>
            </opsa-mef>
            """);
        var solution = SolvedTree.Solve(model);
        Assert.Equal("plant", model.Name);
        Assert.Equal(["p1+p2", "p1+p3", "p2+p3", "valve"], SolvedTree.Sets(solution));
        Assert.Equal([0.01, 0.25, 1, null], solution.Tree.Events.Select(e => e.Probability));
    }

    [Fact]
    public void What_is_private_in_a_component_hides_what_is_public()
    {
        var model = Read("""
            <opsa-mef><define-fault-tree name="ft">
              <define-gate name="top"><and><gate name="c.g"/><gate name="g"/></and></define-gate>
              <define-gate name="g"><basic-event name="e"/></define-gate>
              <define-basic-event name="e"/>
              <define-component name="c" role="private">
                <define-gate name="g"><or><basic-event name="e"/><basic-event name="f"/></or></define-gate>
                <define-basic-event name="e"/>
                <define-basic-event name="f" role="public"/>
              </define-component>
            </define-fault-tree></opsa-mef>
            """);
        Assert.Equal(["e+f", "e+ft.c.e"], SolvedTree.Sets(SolvedTree.Solve(model)));
    }

    [Fact]
    public void A_model_may_lie_in_several_inputs_and_an_error_names_the_right_one()
    {
        var gates = Stream("""<opsa-mef><define-fault-tree name="ft"><define-gate name="top"><event name="e"/></define-gate></define-fault-tree></opsa-mef>""");
        var events = Stream("<opsa-mef><model-data>\n<define-basic-event name=\"e\"><float value=\"0.5\"/></define-basic-event></model-data></opsa-mef>");
        Assert.Equal(0.5, SolvedTree.Solve(OpenPsaReader.Read([gates, events])).Probability);
        gates.Position = 0;
        var problem = Assert.Throws<FaultTreeException>(() => OpenPsaReader.Read([gates, Stream("<opsa-mef>\n\n<x/></opsa-mef>")]));
        Assert.Equal((new Place(1, 3), "<x> is not supported"), (problem.Place, problem.Message));
    }

    [Theory]
    [InlineData("<opsa-mef><a></opsa-mef>", 1, "this is no XML that can be read: The 'a' start tag on line 1 position 12 does not match the end tag of 'opsa-mef'")]
    [InlineData("", 0, "this is no XML that can be read: Root element is missing")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<opsa-mef>&x;</opsa-mef>", 2, "this is no XML that can be read: Reference to undeclared entity 'x'")]
    [InlineData("<html/>", 1, "<html> is no Open-PSA model: the root is called <opsa-mef>")]
    [InlineData("<opsa-mef>\n<define-event-tree name='t'/></opsa-mef>", 2, "<define-event-tree> is not supported")]
    [InlineData("<opsa-mef><define-fault-tree name='t'>\n<define-CCF-group name='c'/></define-fault-tree></opsa-mef>", 2, "<define-CCF-group> is not supported")]
    [InlineData("<opsa-mef><model-data>\n<define-basic-event name='e'><exponential/></define-basic-event></model-data></opsa-mef>", 2, "<exponential> is not supported: the value of 'e' has to be a constant")]
    [InlineData("<opsa-mef><model-data>\n<define-basic-event name='e'><float value='x'/></define-basic-event></model-data></opsa-mef>", 2, "'x' is no number")]
    [InlineData("<opsa-mef><model-data>\n<define-basic-event name='e'><parameter name='p'/></define-basic-event></model-data></opsa-mef>", 2, "'e' uses the parameter 'p', which is not defined")]
    [InlineData("<opsa-mef><model-data><define-basic-event name='e'><parameter name='p'/></define-basic-event>\n<define-parameter name='p'><parameter name='p'/></define-parameter></model-data></opsa-mef>", 2, "the parameter 'p' is defined by itself")]
    [InlineData("<opsa-mef><define-fault-tree name='t'>\n<define-gate name='g'><when/></define-gate></define-fault-tree></opsa-mef>", 2, "<when> is not supported")]
    [InlineData("<opsa-mef><define-fault-tree name='t'>\n<define-gate name='g'/></define-fault-tree></opsa-mef>", 2, "'g' is not defined by exactly one element")]
    [InlineData("<opsa-mef><define-fault-tree name='t'><define-gate name='g'>\n<atleast><event name='e'/></atleast></define-gate></define-fault-tree></opsa-mef>", 2, "<atleast> has no 'min'")]
    [InlineData("<opsa-mef><define-fault-tree name='t'><define-gate name='g'>\n<gate name='e'/></define-gate><define-basic-event name='e'/></define-fault-tree></opsa-mef>", 2, "gate 'g' uses 'e' as a gate, but it is a basic-event")]
    [InlineData("<opsa-mef><model-data>\n<define-house-event name='h'><constant value='maybe'/></define-house-event></model-data></opsa-mef>", 2, "'maybe' is neither true nor false")]
    public void What_is_wrong_or_not_supported_is_an_error_with_its_line(string text, int line, string message)
    {
        var problem = Assert.Throws<FaultTreeException>(() => Read(text));
        Assert.Equal((line, message), (problem.Place.Line, problem.Message));
    }

    [Fact]
    public void A_formula_that_is_nested_too_deep_is_an_error_and_no_crash()
    {
        var deep = string.Concat(Enumerable.Repeat("<or>", 100_000)) + "<event name='e'/>" + string.Concat(Enumerable.Repeat("</or>", 100_000));
        var problem = Assert.Throws<FaultTreeException>(() => Read($"<opsa-mef><define-fault-tree name='t'><define-gate name='g'>{deep}</define-gate></define-fault-tree></opsa-mef>"));
        Assert.Equal("the formula of 'g' is nested more than 200 deep", problem.Message);
    }

    [Fact]
    public void Names_that_the_format_does_not_allow_are_rewritten_and_stay_different()
    {
        var model = SolvedTree.Model(0.5, ("the top", Formula.And(Formula.Of("k8s:shop/db-1"), Formula.Of("k8s_shop_db-1"), Formula.Of("7"))));
        using var stream = new MemoryStream();
        OpenPsaWriter.Write(FaultTree.Compile(model), stream);
        stream.Position = 0;
        var again = SolvedTree.Solve(OpenPsaReader.Read(stream));
        Assert.Equal(["_7+k8s_shop_db-1+k8s_shop_db-1_2"], SolvedTree.Sets(again));
        Assert.Contains("<label>k8s:shop/db-1</label>", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static FaultTreeModel Read(string text) => OpenPsaReader.Read(Stream(text));

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
