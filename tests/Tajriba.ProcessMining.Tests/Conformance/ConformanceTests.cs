using FsCheck;
using FsCheck.Fluent;
using Tajriba.ProcessMining.Conformance;
using Tajriba.ProcessMining.Discovery;
using Tajriba.ProcessMining.Tests.Discovery;

namespace Tajriba.ProcessMining.Tests.Conformance;

public sealed class ConformanceTests
{
    [Fact]
    public void Token_counts_are_those_of_the_textbook()
    {
        // a then b in parallel with c, then d
        var net = PetriNet.Of(ProcessTree.Parse("->( 'a', +( 'b', 'c' ), 'd' )"));
        var log = TraceBag.FromNames([(["a", "b", "c", "d"], 3), (["a", "b", "d"], 1)]);
        var result = TokenReplay.Replay(net, log);
        Assert.True(result.Traces[0].Fits);
        // d's input is empty since the join waits for c: one missing; b's output, c's input remain
        Assert.Equal(new TraceReplay(1, 1, 5, 2, 6, 0), result.Traces[1]);
        Assert.Equal(75, result.PercentageOfFittingTraces);
    }

    [Fact]
    public void What_the_miner_found_without_noise_fits_exactly() =>
        Prop.ForAll(Cast.Logs, log =>
        {
            var tree = InductiveMiner.Discover(log);
            var replay = TokenReplay.Replay(PetriNet.Of(tree), log);
            var aligned = Alignments.Align(tree, log);
            return replay.LogFitness == 1 && replay.AverageTraceFitness == 1 && replay.PercentageOfFittingTraces == 100
                && aligned.LogFitness == 1 && aligned.AverageTraceFitness == 1 && aligned.PercentageOfFittingTraces == 100;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Replay_fits_exactly_what_the_tree_allows() =>
        Prop.ForAll(Cast.Trees, Cast.Logs, (tree, log) =>
        {
            var language = new TreeLanguage(tree);
            var replay = TokenReplay.Replay(PetriNet.Of(tree), log);
            return log.Traces.Zip(replay.Traces).All(pair =>
                (pair.Second.Fits && pair.Second.UnknownEvents == 0) == language.Contains(Cast.Names(log, pair.First)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Replay_fits_every_run_of_a_tree() =>
        Prop.ForAll(Cast.Trees, tree =>
        {
            var random = new Random(3);
            var log = TraceBag.FromNames([.. Enumerable.Range(0, 40).Select(_ => ((IReadOnlyList<string>)[.. Cast.Play(tree, random)], 1L))]);
            return TokenReplay.Replay(PetriNet.Of(tree), log).PercentageOfFittingTraces == 100;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_alignment_costs_nothing_exactly_when_the_trace_fits() =>
        Prop.ForAll(Cast.Trees, Cast.Logs, (tree, log) =>
        {
            var language = new TreeLanguage(tree);
            return log.Traces.Zip(Alignments.Align(tree, log).Traces).All(pair =>
                (pair.Second.Cost == 0) == language.Contains(Cast.Names(log, pair.First)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_alignment_is_as_cheap_as_the_nearest_word_of_the_language() =>
        Prop.ForAll(Cast.FiniteTrees, Cast.Logs, (tree, log) =>
        {
            var words = Language.Words(tree);
            return log.Traces.Zip(Alignments.Align(tree, log).Traces).All(pair =>
                pair.Second.Cost == words.Min(word => Language.Distance(word, Cast.Names(log, pair.First))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_moves_spell_the_trace_and_a_word_of_the_model() =>
        Prop.ForAll(Cast.Trees, Cast.Logs, (tree, log) =>
        {
            var language = new TreeLanguage(tree);
            return log.Traces.Zip(Alignments.Align(tree, log).Traces).All(pair =>
                pair.Second.Moves!.Count(move => move.Kind != AlignmentMoveKind.Both) == pair.Second.Cost
                && pair.Second.Moves!.Where(move => move.Kind != AlignmentMoveKind.ModelOnly).Select(move => move.Activity).SequenceEqual(Cast.Names(log, pair.First))
                && language.Contains(pair.Second.Moves!.Where(move => move.Kind != AlignmentMoveKind.LogOnly).Select(move => move.Activity)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Beyond_the_budget_the_answer_is_unknown_and_no_figure_is_guessed()
    {
        var tree = ProcessTree.Parse("->( 'a', 'b', 'c' )");
        var log = TraceBag.FromNames([(["a", "b", "c"], 5), (["c", "b", "a", "x", "c"], 2)]);
        var result = Alignments.Align(tree, log, new AlignmentBudget(StatesPerTrace: 4));
        Assert.Equal(0, result.Traces[0].Cost);
        Assert.Null(result.Traces[1].Cost);
        Assert.InRange(result.Traces[1].AtLeast, 1, 5);
        Assert.Equal(2, result.UnknownCases);
        Assert.Null(result.LogFitness);
        Assert.Null(result.AverageTraceFitness);
    }

    [Fact]
    public void A_time_limit_needs_a_clock() => Assert.Throws<ArgumentException>(() =>
        Alignments.Align(ProcessTree.Leaf("a"), TraceBag.FromNames([(["a"], 1)]), new AlignmentBudget(Time: TimeSpan.FromSeconds(1))));

    [Fact]
    public void Precision_counts_what_the_log_never_does()
    {
        var log = TraceBag.FromNames([(["a", "b"], 1)]);
        Assert.Equal(1, EtcPrecision.Of(ProcessTree.Parse("->( 'a', 'b' )"), log));
        // after nothing: a, b allowed, a seen; after a: a, b allowed, b seen
        Assert.Equal(0.5, EtcPrecision.Of(ProcessTree.Parse("*( X( 'a', 'b' ), tau )"), log));
    }

    [Fact]
    public void A_chain_is_simplest()
    {
        Assert.Equal(1, PetriNet.Of(ProcessTree.Parse("->( 'a', 'b', 'c' )")).Simplicity);
        Assert.True(PetriNet.Of(ProcessTree.Parse("X( 'a', 'b', 'c' )")).Simplicity < 1);
    }
}
