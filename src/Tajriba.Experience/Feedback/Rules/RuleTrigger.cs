namespace Tajriba.Experience.Feedback.Rules;

/// <summary>What a rule looks at.</summary>
public enum RuleTrigger
{
    /// <summary>The words of a customer, as they were understood.</summary>
    Feedback,

    /// <summary>A score in the answer to a survey, with or without words.</summary>
    Score,

    /// <summary>The same thing happens to a customer again and again: the third contact about one matter.</summary>
    Repetition,
}
