namespace Tajriba.TextAnalysis;

/// <summary>What a language is read from: words, runs of 1 to 4 letters, and what only one of them writes.</summary>
internal static class LanguageFeatures
{
    private const int Farthest = 200;
    private const int FarthestLetter = 1000;
    private const string Shared = "ءابتثجحخدذرزسشصضطظعغفقکلمنهوی";
    private const int MostSpellings = 50;
    private const char UrduStop = '\u06D4';

    public static void Read(FoldedText text, Features features, int buckets)
    {
        features.Begin(buckets);
        ReadOnlySpan<Token> tokens = text.Tokens;
        tokens = tokens[..Math.Min(tokens.Length, Farthest)];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Word || text.TextOf(tokens[i])[0] == UrduStop)
            {
                features.Add(HashedWords.Of(text.TextOf(tokens[i]), 11));
            }
        }

        foreach (char letter in text.Match[..Math.Min(text.Match.Length, FarthestLetter)])
        {
            if (letter is > '\u0620' and <= '\u08FF' && Letters.ClassOf(letter) == LetterClass.Arabic && !Shared.Contains(letter))
            {
                features.Add(HashedWords.Next(HashedWords.Start(13), letter));
            }
        }

        for (int i = 0; i < Math.Min(text.ArabicSpellings, MostSpellings); i++)
        {
            features.Add(HashedWords.Start(12));
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
