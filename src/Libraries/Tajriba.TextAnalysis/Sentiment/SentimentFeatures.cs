namespace Tajriba.TextAnalysis;

/// <summary>What sentiment is read from: words, pairs, stems, negated words, opinion words, runs of 2 to 5 letters.</summary>
internal sealed class SentimentFeatures(TextLanguage language)
{
    private const uint Single = 1;
    private const uint Pair = 2;
    private const uint Stem = 3;
    private const uint Negated = 4;
    private const uint Opinion = 6;
    private const uint Run = 7;
    private const int Scope = 3;
    private const int Farthest = 1000;

    private readonly OpinionWords opinions = OpinionWords.Of(language);
    private uint[] hashes = new uint[64];
    private bool[] negated = new bool[64];
    private OpinionMark[] marks = new OpinionMark[64];

    public void Read(FoldedText text, Features features, int buckets)
    {
        features.Begin(buckets);
        ReadOnlySpan<Token> tokens = text.Tokens;
        tokens = tokens[..Math.Min(tokens.Length, Farthest)];
        Prepare(text, tokens);
        uint before = HashedWords.Start(Pair);
        for (int i = 0; i < tokens.Length; i++)
        {
            features.Of(i);
            features.Add(hashes[i]);
            features.Add(HashedWords.Next(before, hashes[i]));
            before = HashedWords.Next(HashedWords.Start(Pair), hashes[i]);
            AddMarks(text, tokens[i], i, features);
        }

        features.EndWords();
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind is TokenKind.Word or TokenKind.Mark or TokenKind.Emoji)
            {
                features.Of(i);
                features.AddLetters(text.TextOf(tokens[i]), 2, 5);
            }
        }
    }

    private void AddMarks(FoldedText text, Token token, int i, Features features)
    {
        if (negated[i])
        {
            features.Add(HashedWords.Next(hashes[i], Negated));
        }

        if (token.Kind == TokenKind.Word && language != TextLanguage.En)
        {
            features.Add(HashedWords.Of(Stems.Of(text.TextOf(token), language), Stem));
        }

        OpinionMark opinion = marks[i] & (OpinionMark.Positive | OpinionMark.Negative);
        if (opinion != OpinionMark.None)
        {
            uint hash = HashedWords.Next(HashedWords.Start(Opinion), ((uint)opinion * 2) + (negated[i] ? 1u : 0u));
            features.Add(hash);
            features.Add(hash);
        }

        if (token.Elongated)
        {
            features.Add(HashedWords.Start(Run));
        }
    }

    private void Prepare(FoldedText text, ReadOnlySpan<Token> tokens)
    {
        if (hashes.Length < tokens.Length)
        {
            int grown = Math.Max(tokens.Length, hashes.Length * 2);
            hashes = new uint[grown];
            negated = new bool[grown];
            marks = new OpinionMark[grown];
        }

        negated.AsSpan(0, tokens.Length).Clear();
        for (int i = 0; i < tokens.Length; i++)
        {
            ReadOnlySpan<char> word = text.TextOf(tokens[i]);
            hashes[i] = HashedWords.Of(tokens[i].Kind == TokenKind.Number ? "0" : word, Single);
            marks[i] = MarkOf(word, tokens[i].Kind);
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            if ((marks[i] & OpinionMark.Negator) != OpinionMark.None)
            {
                Negate(tokens, i);
            }
        }
    }

    /// <summary>The word itself, else its stem.</summary>
    private OpinionMark MarkOf(ReadOnlySpan<char> word, TokenKind kind)
    {
        OpinionMark mark = opinions.MarkOf(word);
        return mark == OpinionMark.None && kind == TokenKind.Word && language != TextLanguage.En ? opinions.MarkOf(Stems.Of(word, language)) : mark;
    }

    /// <summary>Persian negates with the verb, after what is negated; Arabic and English before.</summary>
    private void Negate(ReadOnlySpan<Token> tokens, int at)
    {
        int step = language == TextLanguage.Fa ? -1 : 1;
        int i = at + step;
        for (int n = 0; n < Scope && i >= 0 && i < tokens.Length && tokens[i].Kind != TokenKind.Mark; n++, i += step)
        {
            negated[i] = true;
        }
    }
}
