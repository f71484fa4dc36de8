namespace Tajriba.TextAnalysis;

/// <summary>What topics are read from: words, pairs beside and near each other, runs of 3 to 5 letters.</summary>
internal static class TopicFeatures
{
    private const int Farthest = 300;
    private const int Near = 5;

    public static void Read(FoldedText text, Features features, int buckets)
    {
        features.Begin(buckets);
        ReadOnlySpan<Token> tokens = text.Tokens;
        tokens = tokens[..Math.Min(tokens.Length, Farthest)];
        Span<uint> hashes = stackalloc uint[Farthest];
        uint before = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            hashes[i] = HashedWords.Of(text.TextOf(tokens[i]), 21);
            features.Add(hashes[i]);
            features.Add(HashedWords.Next(HashedWords.Next(HashedWords.Start(22), before), hashes[i]));
            before = hashes[i];
            for (int j = Math.Max(0, i - Near); j < i; j++)
            {
                uint low = Math.Min(hashes[i], hashes[j]);
                features.Add(HashedWords.Next(HashedWords.Next(HashedWords.Start(23), low), Math.Max(hashes[i], hashes[j])));
            }
        }

        features.EndWords();
        foreach (Token token in tokens)
        {
            features.AddLetters(text.TextOf(token), 3, 5);
        }
    }
}
