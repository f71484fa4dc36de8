using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Results;

namespace Tajriba.Leadership.Maturity.Invitations;

/// <summary>How many of those asked by name have answered.</summary>
/// <param name="Units">By unit: code, asked, answered; those that may be shown.</param>
/// <param name="Others">Of all other units together; null where there are none, or too few to be shown.</param>
/// <param name="Whole">Of all; null where they are too few to be shown.</param>
public sealed record InvitationProgress(IReadOnlyList<(string Unit, int Asked, int Answered)> Units, (int Asked, int Answered)? Others, (int Asked, int Answered)? Whole)
{
    /// <summary>What may be shown. Of an anonymous assessment, groups of fewer people than its threshold never tell who has answered.</summary>
    public static InvitationProgress Of(CampaignView view, IReadOnlyList<Invitation> invitations)
    {
        ArgumentNullException.ThrowIfNull(view);
        Invitation[] seen = [.. invitations.Where(i => view.Units.Contains(i.Unit))];
        ILookup<string, Invitation> units = seen.ToLookup(i => i.Unit, StringComparer.Ordinal);
        IReadOnlySet<string> shown = ShownGroups.Of(units.Select(u => KeyValuePair.Create(u.Key, u.Count())), view.Threshold);
        Invitation[] others = [.. seen.Where(i => !shown.Contains(i.Unit))];
        return new(
            [.. view.Units.Where(shown.Contains).Select(u => (u, units[u].Count(), units[u].Count(i => i.HasAnswered)))],
            others.Length > 0 && others.Length >= view.Threshold ? Of(others) : null,
            seen.Length >= view.Threshold ? Of(seen) : null);
    }

    private static (int Asked, int Answered) Of(Invitation[] invitations) => (invitations.Length, invitations.Count(i => i.HasAnswered));
}
