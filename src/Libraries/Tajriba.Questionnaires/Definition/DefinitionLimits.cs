namespace Tajriba.Questionnaires;

/// <summary>How large a definition may be, so that none exhausts memory or time.</summary>
public static class DefinitionLimits
{
    /// <summary>Characters of JSON.</summary>
    public const int Characters = 1_000_000;

    /// <summary>Levels of nested JSON.</summary>
    public const int Depth = 64;

    /// <summary>Elements, columns and items together.</summary>
    public const int Elements = 2_000;

    /// <summary>Panels in panels.</summary>
    public const int Nesting = 8;

    /// <summary>Choices, rows or columns of one question.</summary>
    public const int Choices = 1_000;

    /// <summary>Characters of one expression.</summary>
    public const int ExpressionLength = 4_000;

    /// <summary>Nested operations in one expression.</summary>
    public const int ExpressionDepth = 64;

    /// <summary>Panels or rows that an answer may hold.</summary>
    public const int Entries = 1_000;

    /// <summary>Cells, panel questions and rows alive in one run.</summary>
    public const int Instances = 20_000;

    /// <summary>Characters of one text in one language.</summary>
    public const int TextLength = 50_000;

    /// <summary>Characters that a text may have with answers quoted in it; what is more is left out.</summary>
    public const int PipedLength = 200_000;

    /// <summary>Faults reported of one definition.</summary>
    public const int Faults = 200;
}
