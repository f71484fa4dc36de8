namespace Tajriba.Questionnaires;

/// <summary>How a rating looks.</summary>
public enum RatingDisplay
{
    /// <summary>Numbers or words.</summary>
    Labels,

    /// <summary>Stars.</summary>
    Stars,

    /// <summary>Faces.</summary>
    Smileys,
}
