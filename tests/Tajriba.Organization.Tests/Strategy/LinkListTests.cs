using FsCheck;
using FsCheck.Fluent;
using Tajriba.Organization.Strategy.Links;

namespace Tajriba.Organization.Tests.Strategy;

/// <summary>Chains of objectives: whatever people link, nothing runs in a circle, and what is told of a chain is all of it.</summary>
public sealed class LinkListTests
{
    private const int Objectives = 9;

    /// <summary>What people do to a map: link two objectives (that may be one and the same), or take a link away.</summary>
    private static readonly Gen<(int Cause, int Effect, bool Adds)[]> Deeds = Gen.ArrayOf(
        Gen.Choose(0, Objectives - 1).SelectMany(c => Gen.Choose(0, Objectives - 1).SelectMany(e => Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false))).Select(a => (c, e, a)))));

    [Fact]
    public void No_deeds_close_a_circle_and_only_what_would_close_one_is_refused() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Deeds.ToArbitrary(), deeds =>
    {
        LinkList links = LinkList.Empty;
        foreach ((int cause, int effect, bool adds) in deeds)
        {
            bool[,] reaches = Closure(links);
            bool closes = cause == effect || reaches[effect, cause];
            IReadOnlyList<string> circle = links.CircleOf(Name(cause), Name(effect));
            if (!adds)
            {
                links = links.Without(Name(cause), Name(effect));
            }
            else if (circle.Count > 0)
            {
                // What is told is a way that there is, from the effect back to the cause.
                if (!closes || circle[0] != Name(effect) || circle[^1] != Name(cause) || circle.Zip(circle.Skip(1)).Any(step => !links.All.Any(l => l.Cause == step.First && l.Effect == step.Second)))
                {
                    return false;
                }
            }
            else if (closes)
            {
                return false;
            }
            else
            {
                links = links.With(new(Name(cause), Name(effect), 1, ""));
            }

            bool[,] after = Closure(links);
            if (Enumerable.Range(0, Objectives).Any(i => after[i, i]) || links.All.DistinctBy(l => (l.Cause, l.Effect)).Count() != links.All.Count)
            {
                return false;
            }
        }

        return true;
    }));

    [Fact]
    public void A_chain_is_all_that_can_be_reached_the_nearest_first_and_the_same_seen_from_its_other_end() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Deeds.ToArbitrary(), deeds =>
    {
        LinkList links = Linked(deeds);
        bool[,] reaches = Closure(links);
        return Enumerable.Range(0, Objectives).All(from =>
        {
            IReadOnlyList<ChainStep> chain = links.Unlocks(Name(from));
            return chain.Select(s => s.Objective).Order(StringComparer.Ordinal).SequenceEqual(Enumerable.Range(0, Objectives).Where(to => reaches[from, to]).Select(Name).Order(StringComparer.Ordinal))
                && chain.Zip(chain.Skip(1)).All(s => s.First.Distance <= s.Second.Distance)
                && chain.All(s => (s.Distance == 1) == links.All.Any(l => l.Cause == Name(from) && l.Effect == s.Objective))
                && chain.All(s => links.RestsOn(s.Objective).Contains(new(Name(from), s.Distance)));
        });
    }));

    [Fact]
    public void A_link_between_the_same_two_takes_the_place_of_the_older_one()
    {
        LinkList links = LinkList.Empty.With(new("a", "b", 1, "")).With(new("b", "c", 0, "")).With(new("a", "b", 3, "said again"));
        Assert.Equal([new("b", "c", 0, ""), new("a", "b", 3, "said again")], links.All);
        Assert.Equal(["a", "b", "c"], links.CircleOf("c", "a"));
        Assert.Empty(links.CircleOf("a", "c"));
        Assert.Equal([new("b", "c", 0, "")], links.Among(new HashSet<string> { "b", "c" }).All);
    }

    private static string Name(int objective) => $"O-{objective}";

    private static LinkList Linked(IEnumerable<(int Cause, int Effect, bool Adds)> deeds)
        => deeds.Aggregate(LinkList.Empty, (links, d) => links.CircleOf(Name(d.Cause), Name(d.Effect)).Count > 0 ? links : links.With(new(Name(d.Cause), Name(d.Effect), 1, "")));

    /// <summary>Warshall's way.</summary>
    private static bool[,] Closure(LinkList links)
    {
        var reaches = new bool[Objectives, Objectives];
        foreach (Link link in links.All)
        {
            reaches[link.Cause[2] - '0', link.Effect[2] - '0'] = true;
        }

        for (int over = 0; over < Objectives; over++)
        {
            for (int from = 0; from < Objectives; from++)
            {
                for (int to = 0; to < Objectives; to++)
                {
                    reaches[from, to] |= reaches[from, over] && reaches[over, to];
                }
            }
        }

        return reaches;
    }
}
