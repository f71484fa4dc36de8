using Tajriba.Demo.Building;
using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;

namespace Tajriba.Demo.Live;

/// <summary>
/// Goes on with the story at its own times: whatever has happened by now is sent, also what happened while the house was
/// closed. Every event is named by its number in the story, so that the product knows one that is sent twice.
/// </summary>
public sealed class LiveFeed(IStoryRoad road, IDatabase database, ISettings settings, DemoPlan plan, TimeProvider clock)
{
    private const int StoryDaysAtOnce = 30;
    private const int MostAtOnce = 1_000;

    /// <summary>Setting that holds the number of the last event acknowledged.</summary>
    private const string Place = "demo.live";

    /// <summary>From the start on the product itself invites: see <see cref="Surveys.DemoProgramme"/>.</summary>
    private static readonly string Invited = DemoCatalogue.NameOf(EventKind.SurveyInvited);

    private readonly DemoStory story = plan.Open();
    private DateTimeOffset toldUntil = plan.Now;
    private StoryTape? tape;
    private long last;

    /// <summary>Sends everything that is due.</summary>
    /// <returns>Events that were sent.</returns>
    /// <exception cref="HttpRequestException">The product took them not; the next call sends them again.</exception>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (tape is null)
        {
            tape = Tell(now);
            last = await settings.GetAsync(Place, (long)tape.Before, cancellationToken);
        }

        var sent = 0;
        for (var due = Due(now); due.Count > 0; due = Due(now))
        {
            foreach (var part in due.Where(item => item.Name != Invited).GroupBy(DemoSource.Of))
            {
                await road.SendAsync(part.Key, [.. part], cancellationToken);
            }

            await database.WriteAsync((transaction, cancel) => settings.SetAsync(transaction, Place, last + due.Count, cancel), cancellationToken);
            last += due.Count;
            sent += due.Count;
        }

        return sent;
    }

    private List<NewEvent> Due(DateTimeOffset now)
    {
        var due = new List<NewEvent>();
        while (due.Count < MostAtOnce)
        {
            var place = (int)(last + due.Count - tape!.Before);
            if (place < tape.Count)
            {
                if (tape.TimeOf(place) > now)
                {
                    break;
                }

                due.Add(tape.Describe(place, plan.LiveSource));
            }
            else if (toldUntil < now)
            {
                tape = Tell(now);
            }
            else
            {
                break;
            }
        }

        return due;
    }

    /// <summary>The next part of the story, well beyond now.</summary>
    private StoryTape Tell(DateTimeOffset now)
    {
        var from = toldUntil.AddSeconds(1);
        toldUntil = toldUntil.AddDays(StoryDaysAtOnce * (1 + Math.Max(0, (int)((now - toldUntil).TotalDays / StoryDaysAtOnce))));
        return story.Tell(from, toldUntil);
    }
}
