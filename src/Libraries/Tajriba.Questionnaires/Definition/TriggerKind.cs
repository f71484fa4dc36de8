namespace Tajriba.Questionnaires;

/// <summary>What a trigger does.</summary>
public enum TriggerKind
{
    /// <summary>Completes the questionnaire.</summary>
    Complete,

    /// <summary>Sets an answer or a variable.</summary>
    SetValue,

    /// <summary>Copies an answer to another.</summary>
    CopyValue,

    /// <summary>Goes to a question.</summary>
    Skip,

    /// <summary>Runs a formula and may keep its value.</summary>
    RunExpression,

    /// <summary>Shows pages and questions while true, hides them while not.</summary>
    Visible,
}
