namespace Tajriba.Organization.Governance.Policies;

/// <summary>What holds for everybody, or for a unit and all below it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What it says.</param>
/// <param name="Unit">Code of the unit for which it holds; null for the organization.</param>
/// <param name="Edition">How often its text was made to hold; 0 for a draft.</param>
/// <param name="HoldsFrom">Since when this edition holds; null for a draft.</param>
public sealed record Policy(string Title, string Text, string? Unit, int Edition, DateOnly? HoldsFrom)
{
    /// <summary>Whether it was taken out of force.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Whether people have to have read it now.</summary>
    public bool Holds => Edition > 0 && !IsWithdrawn;
}
