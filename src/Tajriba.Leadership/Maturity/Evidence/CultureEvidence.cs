using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture;
using Tajriba.Leadership.Culture.Learning;
using Tajriba.Leadership.Culture.Pulse;
using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Leadership.Culture.Rituals;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>Learning paths and who is through them, the pulse, thanks among colleagues, and rituals that are kept.</summary>
internal sealed class CultureEvidence(
    LearningReader learning, LearningStore store, PulseReader pulse, NoteStore notes, RitualReader rituals, ICurrentPerson person, IStringLocalizer<MaturityTexts> texts, Show show, TimeProvider clock) : IEvidenceSource
{
    private const int Quarter = 91;
    private const int Year = 366;

    public IReadOnlyCollection<string> Practices => ["training.1", "employee-experience.1", "belief.3", "construct.2"];

    public async Task<IReadOnlyList<LiveEvidence>> LookAsync(CancellationToken cancellationToken)
    {
        if (!person.ScopeOf(CulturePermissions.View).IsEverything)
        {
            return [];
        }

        var found = new List<LiveEvidence> { await LearningAsync(cancellationToken) };
        int rounds = (await pulse.ClosedAsync(cancellationToken)).Count(r => r.Round.Value.ClosesOn >= show.Today.AddDays(-Year));
        found.Add(new("employee-experience.1", EvidenceLevels.OfPulses(rounds), texts["KnowsPulses", show.Count(rounds)], "/work-culture/pulse"));
        DateTimeOffset now = clock.GetUtcNow();
        if (await notes.BetweenAsync(now.AddDays(-Quarter), now, cancellationToken) is { Count: > 0 } thanks)
        {
            int people = thanks.Select(n => n.From).OfType<long>().Distinct().Count();
            found.Add(new("belief.3", EvidenceLevels.OfThanks(thanks.Count, people), texts["KnowsThanks", show.Count(thanks.Count), show.Count(people)], "/work-culture"));
        }

        if (await rituals.DaysAsync(show.Today.AddDays(-Quarter), show.Today.AddDays(-1), cancellationToken) is { Count: > 0 } days)
        {
            int kept = days.Count(d => d.IsKept == true);
            found.Add(new("construct.2", EvidenceLevels.OfRituals((double)kept / days.Count), texts["KnowsRituals", show.Count(kept), show.Count(days.Count)], "/work-culture/rituals"));
        }

        return found;
    }

    private async Task<LiveEvidence> LearningAsync(CancellationToken cancellationToken)
    {
        (IReadOnlyList<Learner> learners, IReadOnlyList<Completion> completions) = (await store.LearnersAsync(cancellationToken), await store.CompletionsAsync(cancellationToken: cancellationToken));
        IReadOnlyList<Kept<LearningPath>> paths = learning.Paths;
        UnitStanding[] standings = [.. paths.SelectMany(p => LearningReader.Units(p, learners, completions))];
        (int all, int done) = (standings.Sum(s => s.Learners), standings.Sum(s => s.Done));
        return new("training.1", EvidenceLevels.OfLearning(paths.Count, all == 0 ? 0 : (double)done / all), texts["KnowsLearning", show.Count(paths.Count), show.Count(done), show.Count(all)], "/work-culture/learning");
    }
}
