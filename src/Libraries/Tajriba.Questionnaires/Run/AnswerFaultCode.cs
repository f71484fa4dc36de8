namespace Tajriba.Questionnaires;

/// <summary>What may be wrong with an answer.</summary>
public enum AnswerFaultCode
{
    /// <summary>A required answer is missing.</summary>
    Required,

    /// <summary>Nothing in a required panel or page is answered.</summary>
    OneRequired,

    /// <summary>Not every row of a matrix is answered.</summary>
    RowsRequired,

    /// <summary>Two rows of a matrix have the same answer.</summary>
    RowsUnique,

    /// <summary>Fewer rows or panels are answered than needed. Argument: least.</summary>
    TooFewEntries,

    /// <summary>The text of <c>other</c> or of a choice is missing.</summary>
    OtherRequired,

    /// <summary>Not a number.</summary>
    NotNumber,

    /// <summary>Under the least value. Argument: least.</summary>
    TooSmall,

    /// <summary>Over the greatest value. Argument: greatest.</summary>
    TooLarge,

    /// <summary>Off the step. Argument: step.</summary>
    OffStep,

    /// <summary>Outside a range of two. Arguments: least, greatest.</summary>
    OutOfRange,

    /// <summary>Text too short. Argument: least characters.</summary>
    TooShort,

    /// <summary>Text too long. Argument: most characters.</summary>
    TooLong,

    /// <summary>Text of a wrong length. Arguments: least, most.</summary>
    BadLength,

    /// <summary>Digits where none may be.</summary>
    HasDigits,

    /// <summary>Not an e-mail address.</summary>
    NotEmail,

    /// <summary>Does not match the pattern.</summary>
    BadPattern,

    /// <summary>A condition does not hold.</summary>
    ConditionFailed,

    /// <summary>Too few chosen. Argument: least.</summary>
    TooFewChosen,

    /// <summary>Too many chosen. Argument: most.</summary>
    TooManyChosen,

    /// <summary>Too few or too many chosen. Arguments: least, most.</summary>
    WrongCount,

    /// <summary>The same answer stands in another row or panel.</summary>
    NotUnique,
}
