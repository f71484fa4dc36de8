namespace Tajriba.Experience.Feedback.Understand;

/// <summary>How soon somebody should read it.</summary>
public enum Urgency
{
    Low,
    Normal,
    High,
}
