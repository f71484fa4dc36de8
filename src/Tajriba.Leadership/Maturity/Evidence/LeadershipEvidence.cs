using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership;
using Tajriba.Leadership.Leadership.Commitments;
using Tajriba.Leadership.Leadership.Leaders;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>What leaders promised and kept, and their hours with customers.</summary>
internal sealed class LeadershipEvidence(LeadershipReader leadership, ScorecardReader cards, ICurrentPerson person, IStringLocalizer<MaturityTexts> texts, Show show) : IEvidenceSource
{
    public IReadOnlyCollection<string> Practices => ["commitment.1", "commitment.2"];

    public Task<IReadOnlyList<LiveEvidence>> LookAsync(CancellationToken cancellationToken)
    {
        var found = new List<LiveEvidence>();
        if (person.ScopeOf(LeadershipPermissions.View).IsEverything)
        {
            KeptShare kept = KeptShare.Of(leadership.Commitments.Select(c => c.Value), leadership.Today);
            if (kept.Judged + kept.Open > 0)
            {
                found.Add(new("commitment.1", EvidenceLevels.OfCommitments(kept.Judged, kept.Overdue), texts["KnowsCommitments", show.Count(kept.Kept), show.Count(kept.Judged), show.Count(kept.Overdue)], "/leadership/commitments"));
            }

            IReadOnlyList<Scorecard> all = cards.All();
            int counted = all.Sum(c => c.Counted.Count), reached = all.Sum(c => c.MonthsReached);
            if (counted > 0)
            {
                found.Add(new("commitment.2", EvidenceLevels.OfLeaderTime((double)reached / counted), texts["KnowsLeaderTime", show.Count(reached), show.Count(counted)], "/leadership/time"));
            }
        }

        return Task.FromResult<IReadOnlyList<LiveEvidence>>(found);
    }
}
