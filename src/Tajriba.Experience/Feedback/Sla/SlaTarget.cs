namespace Tajriba.Experience.Feedback.Sla;

/// <summary>What is promised to whoever gave feedback.</summary>
public enum SlaTarget
{
    /// <summary>The first answer that reaches the customer.</summary>
    Answer,

    /// <summary>The case is resolved, and stays so.</summary>
    Resolution,
}
