using Spof.Analysis.FaultTrees;

namespace Spof.Analysis.Tests.FaultTrees;

public sealed class ValidationTests
{
    [Fact]
    public void A_cycle_is_refused_with_its_gates()
    {
        var problem = Refused(("top", Of("a")), ("a", Formula.Or(Of("b"), Of("x"))), ("b", Formula.And(Of("c"), Of("x"))), ("c", Of("a")));
        Assert.Equal("gates form a cycle: a → b → c → a", problem);
    }

    [Fact]
    public void A_name_that_is_not_defined_is_refused()
    {
        var model = new FaultTreeModel("m", [new GateDefinition("top", Formula.Or(Of("gone"), Of("gone")))], [], []);
        Assert.Equal("gate 'top' uses 'gone', which is not defined", Assert.Throws<FaultTreeException>(() => FaultTree.Compile(model)).Message);
    }

    [Fact]
    public void A_name_that_is_defined_twice_is_refused_also_as_another_kind()
    {
        var model = new FaultTreeModel("m", [new GateDefinition("a", Of("b")), new GateDefinition("b", Of("c"))], [new EventDefinition("c"), new EventDefinition("b")], []);
        Assert.Equal("'b' is defined twice", Assert.Throws<FaultTreeException>(() => FaultTree.Compile(model)).Message);
    }

    [Fact]
    public void Of_several_tops_one_has_to_be_named()
    {
        (string, Formula)[] gates = [("one", Of("x")), ("two", Of("y"))];
        Assert.Equal("several gates are used by no other one: 'one', 'two'; name the top event", Refused(gates));
        Assert.Equal("y", FaultTree.Compile(SolvedTree.Model(null, gates), "two").Events.Single().Name);
        Assert.Equal("there is no gate 'x'", Assert.Throws<FaultTreeException>(() => FaultTree.Compile(SolvedTree.Model(null, gates), "x")).Message);
    }

    [Fact]
    public void A_negation_that_stays_is_refused_with_gate_and_event() => Assert.Equal(
        "gate 'inner' is not coherent: it needs 'y' not to happen; minimal cut sets need a tree without negation",
        Refused(("top", Formula.Or(Of("inner"), Of("x"))), ("inner", Formula.And(Of("x"), Formula.Not(Of("y"))))));

    [Fact]
    public void An_exclusive_or_is_refused_unless_it_is_over_a_constant()
    {
        static Formula Xor(params Formula[] arguments) => new OperationFormula(FormulaOperator.Xor, [.. arguments]);
        Assert.Equal(
            "gate 'top' is not coherent: 'top' holds an exclusive or; minimal cut sets need a tree without negation",
            Refused(("top", Xor(Of("x"), Of("y")))));
        var tree = FaultTree.Compile(SolvedTree.Model(null, ("top", Xor(Of("x"), new ConstantFormula(false)))));
        Assert.Equal("x", tree.Events.Single().Name);
    }

    [Fact]
    public void Negations_that_cancel_out_are_no_matter()
    {
        // not (not a and not b), not (at least 2 of (not a, not b, not c))
        var either = Formula.Not(Formula.And(Formula.Not(Of("a")), Formula.Not(Of("b"))));
        var most = Formula.Not(Formula.AtLeast(2, Formula.Not(Of("a")), Formula.Not(Of("b")), Formula.Not(Of("c"))));
        Assert.Equal(["a", "b"], SolvedTree.Sets(SolvedTree.Solve(SolvedTree.Model(null, ("top", either)))));
        Assert.Equal(["a+b", "a+c", "b+c"], SolvedTree.Sets(SolvedTree.Solve(SolvedTree.Model(null, ("top", most)))));
    }

    [Fact]
    public void A_negation_behind_a_constant_or_outside_of_the_top_is_no_matter()
    {
        var negative = Formula.Not(Of("y"));
        Assert.Equal(["x"], SolvedTree.Sets(SolvedTree.Solve(SolvedTree.Model(null, ("top", Formula.Or(Of("x"), Formula.And(negative, new ConstantFormula(false))))))));
        Assert.Equal(["x"], SolvedTree.Sets(SolvedTree.Solve(SolvedTree.Model(null, ("top", Of("x")), ("other", negative)), "top")));
    }

    [Theory]
    [InlineData(4, "gate 'top': at least 4 of 2 arguments cannot be asked for")]
    [InlineData(-1, "gate 'top': at least -1 of 2 arguments cannot be asked for")]
    public void A_number_of_arguments_that_cannot_be_is_refused(int minimum, string message) =>
        Assert.Equal(message, Refused(("top", Formula.AtLeast(minimum, Of("a"), Of("b")))));

    [Theory]
    [InlineData(1.5)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_probability_that_is_none_is_refused(double probability) => Assert.Contains(
        "it lies between 0 and 1",
        Assert.Throws<FaultTreeException>(() => FaultTree.Compile(SolvedTree.Model(probability, ("top", Of("a"))))).Message,
        StringComparison.Ordinal);

    private static Formula Of(string name) => Formula.Of(name);

    private static string Refused(params (string, Formula)[] gates) =>
        Assert.Throws<FaultTreeException>(() => FaultTree.Compile(SolvedTree.Model(null, gates))).Message;
}
