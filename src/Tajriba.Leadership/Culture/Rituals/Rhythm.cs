namespace Tajriba.Leadership.Culture.Rituals;

/// <summary>How often a ritual comes round. Counted in weeks, so that it is the same day in every calendar.</summary>
public enum Rhythm
{
    Weekly,
    Fortnightly,

    /// <summary>Every fourth week.</summary>
    Monthly,
}
