namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>What a question of the pulse measures.</summary>
public enum Dimension
{
    /// <summary>Whether people believe that the experience of customers matters here.</summary>
    Belief,

    /// <summary>What it is like to work here.</summary>
    Atmosphere,
}
