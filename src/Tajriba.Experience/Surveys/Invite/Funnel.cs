using Tajriba.Statistics;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>How far a programme's invitations came; each step holds those that went beyond it.</summary>
/// <param name="Planned">All.</param>
/// <param name="Sent">Those that went out.</param>
/// <param name="Opened">Those that were opened.</param>
/// <param name="Answered">Those that were answered.</param>
/// <param name="Suppressed">Those that did not go out.</param>
/// <param name="Reasons">Why, the most frequent first.</param>
public sealed record Funnel(long Planned, long Sent, long Opened, long Answered, long Suppressed, IReadOnlyList<(string Reason, long Count)> Reasons)
{
    /// <summary>Answered of those that went out, with the score interval; null before any went out.</summary>
    public Estimate? Rate => Sent > 0 ? Proportion.Wilson(Answered, Sent) : null;

    public static Funnel Of(IEnumerable<ProgrammeCount> counts)
    {
        var all = counts.ToList();
        long From(FunnelStep step) => all.Where(c => c.Furthest >= step).Sum(c => c.Count);
        return new Funnel(
            From(FunnelStep.Planned),
            From(FunnelStep.Sent),
            From(FunnelStep.Opened),
            From(FunnelStep.Answered),
            all.Where(c => c.State == InvitationState.Suppressed).Sum(c => c.Count),
            [.. all.Where(c => c.State == InvitationState.Suppressed).OrderByDescending(c => c.Count).Select(c => (c.Reason, c.Count))]);
    }
}
