using FsCheck;
using FsCheck.Fluent;
using Tajriba.ProcessMining.Conformance;
using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Tests.Discovery;

public sealed class ProcessTreeTests
{
    [Fact]
    public void The_notation_is_that_of_the_literature()
    {
        var tree = ProcessTree.Sequence(
            ProcessTree.Leaf("A"),
            ProcessTree.Choice(ProcessTree.Tau, ProcessTree.Leaf("B's")),
            ProcessTree.Parallel(ProcessTree.Leaf("C"), ProcessTree.Loop(ProcessTree.Leaf("D"), ProcessTree.Tau)));
        Assert.Equal(@"->( 'A', X( tau, 'B\'s' ), +( 'C', *( 'D', tau ) ) )", tree.ToString());
    }

    [Fact]
    public void Reading_the_notation_gives_the_tree_back() =>
        Prop.ForAll(Cast.Trees, tree => ProcessTree.Parse(tree.ToString()).Equals(tree)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", 0)]
    [InlineData("->( 'A'", 7)]
    [InlineData("->( 'A', )", 9)]
    [InlineData("'A' 'B'", 4)]
    [InlineData("?( 'A' )", 0)]
    public void A_text_that_is_no_tree_is_refused_with_its_position(string text, int position)
    {
        var error = Assert.Throws<FormatException>(() => ProcessTree.Parse(text));
        Assert.Contains($"position {position} ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("->( ->( 'A', tau ), 'B' )", "->( 'A', 'B' )")]
    [InlineData("X( tau, X( 'A', *( tau, 'B' ) ) )", "X( tau, 'A', *( 'B', tau ) )")]
    [InlineData("*( *( 'A', 'B' ), 'C' )", "*( 'A', X( 'B', 'C' ) )")]
    [InlineData("*( X( tau, 'A' ), tau )", "X( tau, *( 'A', tau ) )")]
    [InlineData("+( tau, 'A' )", "'A'")]
    [InlineData("X( tau, +( X( tau, 'A' ), X( tau, 'B' ) ) )", "+( X( tau, 'A' ), X( tau, 'B' ) )")]
    public void Reduction_folds_what_says_the_same(string tree, string reduced) =>
        Assert.Equal(reduced, ProcessTree.Parse(tree).Reduce().ToString());

    [Fact]
    public void Reduction_keeps_the_language_and_adds_no_node() =>
        Prop.ForAll(Cast.Trees, tree =>
        {
            var random = new Random(1);
            var reduced = tree.Reduce();
            var (before, after) = (new TreeLanguage(tree), new TreeLanguage(reduced));
            return reduced.CountNodes() <= tree.CountNodes()
                && Enumerable.Range(0, 30).All(_ => after.Contains(Cast.Play(tree, random)) && before.Contains(Cast.Play(reduced, random)));
        }).QuickCheckThrowOnFailure();
}
