using System.Globalization;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Log;

namespace Tajriba.Demo.Building;

/// <summary>Goes on with the story where the log left it, event by event, in the order of the story and at the time of arrival.</summary>
public sealed class LiveFeed(IExperienceLog log, DemoPlan plan, TimeProvider clock)
{
    private const int StoryDaysAtOnce = 30;
    private const int PageSize = 1_000;

    private readonly DemoStory story = plan.Open();
    private StoryTape? tape;
    private DateTimeOffset toldUntil = plan.Now;
    private long last = -1;

    /// <summary>Appends the next events of the story.</summary>
    /// <param name="count">How many, 1-1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Events that are new to the log.</returns>
    public async Task<int> AppendAsync(int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, PageSize);
        if (last < 0)
        {
            last = await LastAsync(cancellationToken);
        }

        var now = clock.GetUtcNow();
        var events = new List<NewEvent>(count);
        for (var i = 0; i < count; i++)
        {
            var told = Holding(last + 1 + i);
            events.Add(told.Describe((int)(last + i - told.Before), plan.LiveSource) with { Time = now });
        }

        var result = await log.AppendAsync(events, cancellationToken);
        last += count;
        return result.Added;
    }

    /// <summary>The tape that reaches an event, told farther where it does not yet.</summary>
    private StoryTape Holding(long number)
    {
        while (tape is null || number > tape.Before + tape.Count)
        {
            toldUntil = toldUntil.AddDays(StoryDaysAtOnce);
            tape = story.Tell(plan.Now.AddSeconds(1), toldUntil);
        }

        return tape;
    }

    /// <summary>Number of the last event that arrived live, or of the last one of the history.</summary>
    private async Task<long> LastAsync(CancellationToken cancellationToken)
    {
        for (var end = log.Head; end > 0; end -= PageSize)
        {
            var page = await log.ReadAsync(Math.Max(0, end - PageSize), (int)Math.Min(PageSize, end), cancellationToken);
            foreach (var item in page.Reverse())
            {
                if (item.Source == plan.LiveSource || item.Source == plan.Source)
                {
                    return long.Parse(item.Id, NumberStyles.None, CultureInfo.InvariantCulture);
                }
            }
        }

        return 0;
    }
}
