namespace Tajriba.Questionnaires;

/// <summary>What is bad practice in asking.</summary>
public enum PracticeCode
{
    /// <summary>Two things in one question with one answer (Dillman, Smyth and Christian 2014, guideline 4.10). Argument: the word that joins them.</summary>
    DoubleBarrelled,

    /// <summary>Words that tell what to answer (Payne 1951, ch. 11). Argument: the words.</summary>
    Leading,

    /// <summary>More than twenty words (Payne 1951, p. 136). Arguments: words, the limit.</summary>
    TooLong,

    /// <summary>More answers asked than respondents give with care (Galesic and Bosnjak 2009, Public Opinion Quarterly 73:349). Arguments: answers, the limit.</summary>
    TooManyQuestions,

    /// <summary>A text lacks in a language that others have. Argument: the language.</summary>
    MissingTranslation,

    /// <summary>More positive than negative answers, or the other way round. Arguments: positive, negative.</summary>
    UnbalancedScale,

    /// <summary>Something private must be answered, with no way to decline. Argument: the word that makes it private.</summary>
    NoWayOut,

    /// <summary>More rows than respondents read before they click the same everywhere. Arguments: rows, the limit.</summary>
    LongMatrix,
}
