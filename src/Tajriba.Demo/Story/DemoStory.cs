using Tajriba.Demo.Group;
using Tajriba.Kernel.Log;
using Tajriba.Statistics;

namespace Tajriba.Demo.Story;

/// <summary>
/// The whole story of the group: the same for the same seed and last day, on every machine. Telling it to a later moment
/// adds events after the earlier ones and changes none of them.
/// </summary>
public sealed class DemoStory
{
    /// <summary>How much worse than its true rate chance makes the innocent branch look.</summary>
    private const double UnluckyShare = 0.14;

    private readonly DemoCalendar calendar;
    private readonly int innocentSalt;

    /// <param name="endDay">Last day of the history (today, where the demo runs).</param>
    /// <param name="seed">Another seed tells another story with the same planted truths.</param>
    public DemoStory(DateOnly endDay, long seed = 1)
    {
        EndDay = endDay;
        Seed = seed;
        calendar = new DemoCalendar(endDay);
        innocentSalt = Unlucky();
    }

    public DateOnly EndDay { get; }

    public long Seed { get; }

    /// <summary>The story's first moment.</summary>
    public DateTimeOffset Start => calendar.Start;

    /// <summary>Midnight before <see cref="EndDay"/>, where the history ends at the latest complete day.</summary>
    public DateTimeOffset End => calendar.Start.AddDays(DemoParameters.HistoryDays);

    /// <summary>The history up to midnight before the last day, in order of time.</summary>
    public static IEnumerable<NewEvent> Events(long seed, DateOnly endDay)
    {
        var story = new DemoStory(endDay, seed);
        var tape = story.Tell(story.End);
        for (var i = 0; i < tape.Count; i++)
        {
            yield return tape.Describe(i, "demo");
        }
    }

    /// <summary>Tells everything up to a moment.</summary>
    /// <param name="until">Not before <see cref="Start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is before the story or decades after it.</exception>
    public StoryTape Tell(DateTimeOffset until) => Tell(Start, until);

    /// <summary>Tells what happens between two moments; events keep the numbers that they have in the whole story.</summary>
    /// <param name="from">Not before <see cref="Start"/>.</param>
    /// <param name="until">Not before <paramref name="from"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A moment is before the story, decades after it, or they are in the wrong order.</exception>
    public StoryTape Tell(DateTimeOffset from, DateTimeOffset until)
    {
        var seconds = (until - Start).TotalSeconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(from, Start);
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, DemoCalendar.SecondsPerDay * 10_000.0, nameof(until));
        var ink = new StoryInk((int)(from - Start).TotalSeconds, (int)seconds);
        var customers = new CustomerStory(Seed, calendar, new VisitStory(Seed, calendar, innocentSalt));
        var since = Math.Max(0, ink.LastDay - DemoParameters.HistoryDays + 1);
        for (var i = 0; i < DemoParameters.Customers + (since * DemoParameters.NewCustomersADay); i++)
        {
            customers.Tell(ink, i);
        }

        var employees = new EmployeeStory(Seed, calendar);
        for (var i = 0; i < DemoStaff.AtStart + (ink.LastDay / DemoStaff.HireEveryDays); i++)
        {
            employees.Tell(ink, i);
        }

        return new StoryTape(Seed, Start, ink);
    }

    /// <summary>
    /// Looks for the dice with which the innocent branch, at the same true rate as the others, happens to look worst of
    /// all while staying inside the limits for its size: what a table of plain shares would accuse.
    /// </summary>
    private int Unlucky()
    {
        var candidates = new List<VisitStory.Candidate>();
        var visits = new VisitStory(Seed, calendar, 0) { Heard = candidates.Add };
        var ink = new StoryInk(0, DemoParameters.HistoryDays * DemoCalendar.SecondsPerDay);
        var customers = new CustomerStory(Seed, calendar, visits);
        for (var i = 0; i < DemoParameters.Customers; i++)
        {
            if (CustomerProfile.Of(Seed, i).HomeBranch == DemoGroup.Innocent)
            {
                customers.Tell(ink, i);
            }
        }

        var rate = candidates.Average(c => c.Chance);
        var wanted = (int)Math.Ceiling(UnluckyShare * candidates.Count);
        while (FunnelPlot.Place(wanted, candidates.Count, rate).Position != FunnelPosition.Within)
        {
            wanted--;
        }

        for (var salt = 1; salt < 100_000; salt++)
        {
            if (candidates.Count(c => VisitStory.Reopens(Seed, salt, c)) == wanted)
            {
                return salt;
            }
        }

        throw new InvalidOperationException("No throw of the dice made the innocent branch look bad.");
    }
}
