namespace Tajriba.Experience.Surveys;

/// <summary>Whether a survey takes answers.</summary>
public enum SurveyState
{
    /// <summary>Never published.</summary>
    Draft,

    /// <summary>Takes answers to its last version.</summary>
    Open,

    /// <summary>Takes none.</summary>
    Closed,
}
