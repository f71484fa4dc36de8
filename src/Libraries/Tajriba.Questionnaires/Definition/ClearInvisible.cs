namespace Tajriba.Questionnaires;

/// <summary>When answers to questions that are not visible are dropped.</summary>
public enum ClearInvisible
{
    /// <summary>As the whole questionnaire says.</summary>
    Default,

    /// <summary>Never.</summary>
    None,

    /// <summary>When the questionnaire is completed.</summary>
    OnComplete,

    /// <summary>As soon as the question is hidden.</summary>
    OnHidden,

    /// <summary>As soon as the question or a panel around it is hidden.</summary>
    OnHiddenContainer,
}
