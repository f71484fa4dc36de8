namespace Tajriba.TextAnalysis;

/// <summary>What a token of a folded text is.</summary>
public enum TokenKind
{
    /// <summary>A word of letters (in Latin script also digits and inner apostrophes).</summary>
    Word,

    /// <summary>A number in ASCII digits.</summary>
    Number,

    /// <summary>One punctuation mark, or two of the same.</summary>
    Mark,

    /// <summary>An emoji or an emoticon of ASCII marks.</summary>
    Emoji,

    /// <summary>Laughter in any of the scripts; <c>&lt;laugh&gt;</c> in the folded text.</summary>
    Laughter,

    /// <summary>A web address; <c>&lt;url&gt;</c> in the folded text.</summary>
    Url,

    /// <summary>An e-mail address; <c>&lt;email&gt;</c> in the folded text.</summary>
    Email,

    /// <summary>A name after an at sign; <c>&lt;user&gt;</c> in the folded text.</summary>
    User,

    /// <summary>A telephone number; <c>&lt;phone&gt;</c> in the folded text.</summary>
    Phone,

    /// <summary>A payment card number with a right check digit (Luhn); <c>&lt;card&gt;</c> in the folded text.</summary>
    Card,

    /// <summary>An international bank account number with a right check (ISO 13616, modulo 97); <c>&lt;iban&gt;</c> in the folded text.</summary>
    Iban,
}
