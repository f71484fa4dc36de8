namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>What has to be there by a day.</summary>
/// <param name="What">What.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="DoneOn">When it was there; null while it is not.</param>
public sealed record Milestone(string What, DateOnly DueOn, DateOnly? DoneOn = null)
{
    /// <summary>Whether it should have been there.</summary>
    public bool IsLate(DateOnly today) => DoneOn is null && DueOn < today;
}
