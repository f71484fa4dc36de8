namespace Tajriba.Leadership.Maturity.Campaigns;

/// <summary>An assessment that people are asked for.</summary>
/// <param name="Id">Its number.</param>
/// <param name="FrameKey">What it asks about.</param>
/// <param name="FrameVersion">Version of the frame that holds for it.</param>
/// <param name="Plan">Whom it asks and when.</param>
/// <param name="IsDeleted">Whether it was taken away; it can be brought back.</param>
/// <param name="Version">Grows with every change.</param>
public sealed record Campaign(long Id, string FrameKey, int FrameVersion, CampaignPlan Plan, bool IsDeleted, int Version)
{
    /// <summary>Where its page is.</summary>
    public string Path => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/maturity/assessments/{Id}");

    /// <summary>Whether answers are taken on a day.</summary>
    public bool IsOpen(DateOnly today) => !IsDeleted && today >= Plan.OpensOn && today <= Plan.ClosesOn;
}
