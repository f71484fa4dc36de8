using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Weights;

namespace Tajriba.Leadership.Maturity.Campaigns;

/// <summary>What one person sees of an assessment.</summary>
/// <param name="Campaign">Which.</param>
/// <param name="Frame">What it asks about.</param>
/// <param name="Units">Those of its units that the person may see.</param>
/// <param name="Sheets">What was handed in of these units.</param>
/// <param name="Begun">How many sheets of these units were begun and not handed in.</param>
/// <param name="IsHeld">Whether its results are held back: an anonymous one tells nothing before it is closed, nor of too few.</param>
public sealed record CampaignView(Campaign Campaign, Frame Frame, IReadOnlyList<string> Units, IReadOnlyList<Sheet> Sheets, int Begun, bool IsHeld)
{
    /// <summary>By what <see cref="Frame"/> is weighed here.</summary>
    public WeightKind Weights { get; init; }

    /// <summary>Fewest sheets that anything is said about.</summary>
    public int Threshold => Campaign.Plan.IsAnonymous ? Campaign.Plan.Threshold : 1;
}
