namespace Tajriba.Questionnaires;

/// <summary>Kinds of checks.</summary>
public enum ValidatorKind
{
    /// <summary>A number in a range.</summary>
    Numeric,

    /// <summary>A text of a length, perhaps without digits.</summary>
    Text,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A pattern.</summary>
    Regex,

    /// <summary>A condition.</summary>
    Expression,

    /// <summary>How many are chosen.</summary>
    AnswerCount,
}
