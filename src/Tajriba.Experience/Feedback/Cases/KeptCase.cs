namespace Tajriba.Experience.Feedback.Cases;

/// <summary>A case as it is kept.</summary>
/// <param name="Case">What its moments make of it.</param>
/// <param name="About">What it began with.</param>
public sealed record KeptCase(Case Case, NewCase About)
{
    /// <summary>How many moments it has: what somebody saw who wants to do the next.</summary>
    public int Version => Case.Moments.Length;
}
