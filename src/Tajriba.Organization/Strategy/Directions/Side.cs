namespace Tajriba.Organization.Strategy.Directions;

/// <summary>Whose direction it is.</summary>
public enum Side
{
    /// <summary>That of the whole organization.</summary>
    Organization,

    /// <summary>That of the experience of its customers.</summary>
    Experience,
}
