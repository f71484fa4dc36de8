using Tajriba.Organization.Governance.Decisions;

namespace Tajriba.Leadership.Leadership.Wins;

/// <summary>Something small that takes much trouble from customers, and, once it is done, the story of it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Unit">Code of the unit; null for the organization.</param>
/// <param name="Owner">Id of the person who does it, or null.</param>
/// <param name="Candidate">Code of the initiative of the portfolio that it was, or null.</param>
public sealed record Win(string Title, string? Unit, long? Owner, string? Candidate)
{
    public WinState State { get; init; }

    /// <summary>When it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>What trouble it took away, in the words that all are told.</summary>
    public string Story { get; init; } = "";

    /// <summary>By what it is seen; null where nothing was named.</summary>
    public FollowedEffect? Effect { get; init; }
}
