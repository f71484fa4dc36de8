using System.Text;

namespace Tajriba.TextAnalysis;

/// <summary>Takes personal codes out of a text and leaves the rest as written.</summary>
public static class Redaction
{
    /// <summary>The text with e-mail addresses, telephone, card and account numbers and names after an at sign replaced by what they are.</summary>
    public static string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        FoldedText folded = new FoldedText().Fold(text);
        var redacted = new StringBuilder(text.Length);
        int written = 0;
        foreach (Token token in folded.Tokens)
        {
            if (token.Kind is TokenKind.Email or TokenKind.Phone or TokenKind.Card or TokenKind.Iban or TokenKind.User)
            {
                (int start, int end) = folded.Written(token);
                redacted.Append(text, written, start - written).Append(folded.TextOf(token));
                written = end;
            }
        }

        return redacted.Append(text, written, text.Length - written).ToString();
    }
}
