namespace Tajriba.Organization.Objectives.Results;

/// <summary>How something stands on its way.</summary>
public enum Standing
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>Its cycle has not begun.</summary>
    Ahead,

    OffTrack,

    AtRisk,

    OnTrack,

    Reached,
}
