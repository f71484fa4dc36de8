namespace Tajriba.Organization.Governance.Charges;

/// <summary>Who has which part in one thing.</summary>
/// <param name="Parts">Parts of people; one may do the work and answer for it at once.</param>
public sealed record Assignment(IReadOnlyList<Assignment.Part> Parts)
{
    /// <summary>Nobody has any.</summary>
    public static Assignment None { get; } = new([]);

    /// <summary>The parts of a person, in the order of RACI.</summary>
    public IEnumerable<Charge> Of(long person) => Parts.Where(p => p.Person == person).Select(p => p.Charge).Order();

    /// <param name="Person">Id of the person.</param>
    /// <param name="Charge">Their part.</param>
    public sealed record Part(long Person, Charge Charge);
}
