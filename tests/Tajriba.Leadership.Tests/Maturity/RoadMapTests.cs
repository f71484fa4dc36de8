using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Plans;
using Tajriba.Leadership.Maturity.Results;
using Tajriba.Leadership.Maturity.Rounds;

namespace Tajriba.Leadership.Tests.Maturity;

/// <summary>Road maps out of our own frame's gaps.</summary>
public sealed class RoadMapTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void The_library_knows_every_component_on_every_stage_in_three_languages()
    {
        Assert.Equal(OwnFrame.Value.Components.Select(c => c.Key).Order(), InitiativeLibrary.Components.Order());
        foreach (InitiativeIdea idea in OwnFrame.Value.Components.SelectMany(c => new[] { 1.0, 3, 4 }.Select(level => InitiativeLibrary.For(c.Key, level)!)))
        {
            Assert.All([idea.Title, idea.Technology], name => Assert.All([name.En, name.Fa, name.Ar], text => Assert.False(string.IsNullOrWhiteSpace(text))));
            Assert.InRange(idea.Effort, 1, RoadStep.MostEffort);
        }
    }

    [Fact]
    public void The_library_knows_every_category_while_it_is_low_in_three_languages()
    {
        Assert.Equal(OwnFrame.Value.Categories.Select(c => c.Key).Order(), InitiativeLibrary.Categories.Keys.Order());
        CategoryIdea[] ideas = [.. InitiativeLibrary.Categories.Values.SelectMany(i => i)];
        Assert.All(ideas, idea =>
        {
            Assert.All([idea.Title, idea.Technology], name => Assert.All([name.En, name.Fa, name.Ar], text => Assert.False(string.IsNullOrWhiteSpace(text))));
            Assert.True(idea.From is >= 1 and < 5 && idea.To > idea.From && idea.To <= 5);
            Assert.InRange(idea.Effort, 1, RoadStep.MostEffort);
        });
        Assert.Equal(ideas.Length, ideas.Select(i => i.Title.Fa).Distinct().Count());
        Assert.All(OwnFrame.Value.Categories, c => Assert.NotNull(InitiativeLibrary.ForCategory(c.Key, 2.5)));
    }

    [Fact]
    public void A_step_begins_with_the_weakest_category_and_with_the_component_where_none_is_low()
    {
        Standing standing = Scoring.Of(OwnFrame.Value, [new(1, "u", default, null, new(OwnFrame.Value.Categories.SelectMany(g => g.Practices.Select(p => (p.Key, Level: g.Key == "hr-processes" ? 2 : 3))).ToDictionary(p => p.Key, p => p.Level), new Dictionary<string, string>()), true)]);
        RoadStep people = RoadMapProposal.Of(standing, 4, null, Today, CalendarKind.Jalali).Single(s => s.Component == "employees");
        Assert.Equal(("hr-processes", 2.0, InitiativeLibrary.ForCategory("hr-processes", 2)!.Title), (people.Category, people.Level, people.Title));

        RoadStep late = RoadMapProposal.Of(At(_ => 4), 5, null, Today, CalendarKind.Jalali).Single(s => s.Component == "employees");
        Assert.Null(late.Category);
        Assert.Equal(InitiativeLibrary.For("employees", 4)!.Title, late.Title);
    }

    [Fact]
    public void One_step_is_proposed_for_each_gap_and_at_most_three_a_quarter()
    {
        IReadOnlyList<RoadStep> steps = RoadMapProposal.Of(At(component => component == "culture" ? 5 : 2), 4, null, Today, CalendarKind.Gregorian);

        Assert.Equal(OwnFrame.Value.Components.Count - 1, steps.Count);
        Assert.DoesNotContain(steps, s => s.Component == "culture");
        Assert.All(steps.GroupBy(s => s.Quarter), quarter => Assert.InRange(quarter.Count(), 1, 3));
        Assert.Equal(new DateOnly(2027, 2, 5), steps.Min(s => s.Quarter));
    }

    [Fact]
    public void What_drives_comes_before_what_is_driven()
    {
        Factor[] factors = [.. new[] { "leadership", "employees", "insights" }.Select(k => new Factor(k, new(k)))];
        var asked = new Round("What drives what", false, factors, [1], Today, Today);
        var levels = factors.SelectMany(from => factors.Where(to => to != from).Select(to => (Pair: Judgement.Pair(from, to), Level: from.Key == "leadership" ? 4 : 0))).ToDictionary(p => p.Pair, p => p.Level);
        RoundResult round = RoundResult.Of(asked, [new Judgement(1, levels, true)], null)!;

        IReadOnlyList<RoadStep> steps = RoadMapProposal.Of(At(component => factors.Any(f => f.Key == component) ? 2 : 5), 4, round, Today, CalendarKind.Jalali);

        Assert.Equal("leadership", steps[0].Component);
        Assert.All(steps.Skip(1), s => Assert.Equal([steps[0].Key], s.After));
        Assert.All(steps.Skip(1), s => Assert.True(s.Quarter > steps[0].Quarter));
        Assert.Empty(new RoadMap("Map", 1, null, steps).TooEarly);
    }

    [Fact]
    public void A_quarter_is_the_same_in_both_calendars()
    {
        // Winter of 1405 is told by 5 Bahman, 25 January 2027.
        DateOnly winter = Quarters.Middle(Today, 1, CalendarKind.Jalali);
        Assert.Equal((1405, 4), Quarters.Of(winter, CalendarKind.Jalali));
        Assert.Equal((2027, 1), Quarters.Of(winter, CalendarKind.Gregorian));
        Assert.Equal(5, Quarters.Between(Today, Quarters.Middle(Today, 5, CalendarKind.Gregorian), CalendarKind.Gregorian));
    }

    private static Standing At(Func<string, int> level) => Scoring.Of(OwnFrame.Value,
        [new(1, "u", default, null, new(OwnFrame.Value.Components.SelectMany(c => c.Categories.SelectMany(g => g.Practices).Select(p => (p.Key, Level: level(c.Key)))).ToDictionary(p => p.Key, p => p.Level), new Dictionary<string, string>()), true)]);
}
