namespace Tajriba.Questionnaires;

/// <summary>What may be wrong in a definition.</summary>
public enum DefinitionFaultCode
{
    /// <summary>The text is no JSON. Argument: position.</summary>
    NotJson,

    /// <summary>A member has a value of another type than it should. Argument: the type expected (object, array, text, number, boolean, scalar).</summary>
    WrongType,

    /// <summary>A name or a value that must be there is missing. Argument: the member.</summary>
    Missing,

    /// <summary>Two elements, columns, rows or choices of one place have one name. Argument: the name.</summary>
    Duplicate,

    /// <summary>A type that SurveyJS does not have. Argument: the type.</summary>
    UnknownType,

    /// <summary>A type of SurveyJS that is not supported here (file, signaturepad …). Argument: the type.</summary>
    UnsupportedType,

    /// <summary>A word outside the closed list of the member. Argument: the word.</summary>
    UnknownValue,

    /// <summary>An expression that cannot be read. Arguments: the expression, the position from 0.</summary>
    BadExpression,

    /// <summary>A function that is not known. Arguments: the function, the expression.</summary>
    UnknownFunction,

    /// <summary>A pattern that is wrong or that cannot be matched in linear time (look-around, back reference). Argument: the pattern.</summary>
    BadPattern,

    /// <summary>A number outside its range. Arguments: the number, least, most.</summary>
    OutOfRange,

    /// <summary>More elements, choices, rows or characters than allowed. Argument: the limit.</summary>
    TooMany,

    /// <summary>Panels in panels, or JSON in JSON, deeper than allowed. Argument: the limit.</summary>
    TooDeep,

    /// <summary>A calculated value that depends on itself. Argument: the names on the way, from the first to itself.</summary>
    Cycle,

    /// <summary>A text holds characters that no store keeps: NUL or half a surrogate pair.</summary>
    BadText,
}
