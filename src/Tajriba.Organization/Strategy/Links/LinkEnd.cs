namespace Tajriba.Organization.Strategy.Links;

/// <summary>An end of a link.</summary>
public enum LinkEnd
{
    /// <summary>What comes first.</summary>
    Cause,

    /// <summary>What it helps.</summary>
    Effect,
}
