namespace Tajriba.TextAnalysis;

/// <summary>What a language is read from: words and runs of 1 to 4 letters.</summary>
internal static class LanguageFeatures
{
    private const int Farthest = 200;

    public static void Read(FoldedText text, Features features, int buckets)
    {
        features.Begin(buckets);
        ReadOnlySpan<Token> tokens = text.Tokens;
        tokens = tokens[..Math.Min(tokens.Length, Farthest)];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Word)
            {
                features.Add(HashedWords.Of(text.TextOf(tokens[i]), 11));
            }
        }

        features.EndWords();
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Word)
            {
                features.AddLetters(text.TextOf(tokens[i]), 1, 4);
            }
        }
    }
}
