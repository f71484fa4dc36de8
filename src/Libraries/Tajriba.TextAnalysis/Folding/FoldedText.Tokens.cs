namespace Tajriba.TextAnalysis;

/// <content>Second step: letters to tokens, affixes to their words, codes to their names.</content>
public sealed partial class FoldedText
{
    private void ReadTokens()
    {
        length = 0;
        tokenCount = 0;
        int at = 0;
        int lastEnd = -1;
        while (at < letterCount)
        {
            if (letters[at] == ' ')
            {
                at++;
                continue;
            }

            ReadOnlySpan<char> rest = letters.AsSpan(at, letterCount - at);
            int taken = Codes.Read(rest, out TokenKind kind);
            if (taken > 0)
            {
                FinishWord();
                PutCode(kind, at, at + taken);
            }
            else
            {
                taken = Plain(rest, out kind);
                bool arabic = kind == TokenKind.Word && Letters.ClassOf(rest[0]) == LetterClass.Arabic;
                bool beside = at > 0 && lastEnd == at - 1;
                if (!(arabic && beside && Join(rest[..taken], at)))
                {
                    FinishWord();
                    PutToken(kind, arabic, at, at + taken);
                }
            }

            at += taken;
            lastEnd = at;
        }

        FinishWord();
    }

    private static int Plain(ReadOnlySpan<char> rest, out TokenKind kind)
    {
        LetterClass first = Letters.ClassOf(rest[0]);
        int n = 1;
        kind = TokenKind.Word;
        switch (first)
        {
            case LetterClass.Arabic:
                while (n < rest.Length && Letters.ClassOf(rest[n]) == LetterClass.Arabic)
                {
                    n++;
                }

                return n;
            case LetterClass.Letter:
                while (n < rest.Length && IsInWord(rest, n))
                {
                    n++;
                }

                return n;
            case LetterClass.Digit:
                kind = TokenKind.Number;
                while (n < rest.Length && (char.IsAsciiDigit(rest[n]) || (rest[n] is '.' or ',' && n + 1 < rest.Length && char.IsAsciiDigit(rest[n + 1]))))
                {
                    n++;
                }

                return n;
            default:
                return Sign(rest, first, out kind);
        }
    }

    private static bool IsInWord(ReadOnlySpan<char> rest, int n) =>
        Letters.ClassOf(rest[n]) is LetterClass.Letter or LetterClass.Digit
        || (rest[n] == '\'' && n + 1 < rest.Length && Letters.ClassOf(rest[n + 1]) == LetterClass.Letter);

    private static int Sign(ReadOnlySpan<char> rest, LetterClass first, out TokenKind kind)
    {
        int emoticon = Codes.Emoticon(rest);
        bool pair = char.IsHighSurrogate(rest[0]);
        kind = emoticon > 0 || pair || first == LetterClass.Symbol ? TokenKind.Emoji : TokenKind.Mark;
        if (emoticon > 0)
        {
            return emoticon;
        }

        int width = pair ? 2 : 1;
        return rest.Length >= 2 * width && rest[..width].SequenceEqual(rest.Slice(width, width)) ? 2 * width : width;
    }

    /// <summary>Writes an affix onto the word before it, or a word onto the prefix before it; false where the word stands alone.</summary>
    private bool Join(ReadOnlySpan<char> word, int at)
    {
        if (tokenCount == 0 || !tokens[tokenCount - 1].Arabic)
        {
            return false;
        }

        Token last = tokens[tokenCount - 1];
        if (word is "ی" && match[length - 1] == 'ه')
        {
            to[length - 1] = letterTo[at];
            return true;
        }

        if (!Affixes.IsSuffix(word) && !Affixes.IsPrefix(TextOf(last)))
        {
            return false;
        }

        bool run = last.Elongated;
        for (int i = at; i < at + word.Length; i++)
        {
            run |= letterRun[i];
            if (length - last.Start > 1 && match[length - 1] == letters[i] && match[length - 2] == letters[i])
            {
                to[length - 1] = letterTo[i];
                continue;
            }

            Write(letters[i], letterFrom[i], letterTo[i]);
        }

        tokens[tokenCount - 1] = last with { Length = length - last.Start, Elongated = run };
        return true;
    }

    /// <summary>A word is known whole only when no affix can follow: then laughter is told from it.</summary>
    private void FinishWord()
    {
        if (tokenCount == 0 || tokens[tokenCount - 1] is not { Kind: TokenKind.Word } word || !Laughter.Is(TextOf(word)))
        {
            return;
        }

        (int start, int end) = Written(word);
        length = word.Start;
        foreach (char c in Codes.NameOf(TokenKind.Laughter))
        {
            Write(c, start, end);
        }

        tokens[tokenCount - 1] = word with { Length = length - word.Start, Kind = TokenKind.Laughter, Arabic = false };
    }

    private void PutCode(TokenKind kind, int first, int end)
    {
        Space(first);
        int start = length;
        foreach (char c in Codes.NameOf(kind))
        {
            Write(c, letterFrom[first], letterTo[end - 1]);
        }

        Add(new Token(start, length - start, kind, false, false));
    }

    private void PutToken(TokenKind kind, bool arabic, int first, int end)
    {
        Space(first);
        int start = length;
        bool run = false;
        bool emoticon = kind == TokenKind.Emoji && letters[first] < 128;
        for (int i = first; i < end; i++)
        {
            run |= letterRun[i];
            if (emoticon && (letters[i] == '-' || i > first + 1 && letters[i] == letters[i - 1]))
            {
                continue;
            }

            Write(letters[i], letterFrom[i], letterTo[i]);
        }

        to[length - 1] = letterTo[end - 1];
        Add(new Token(start, length - start, kind, run, arabic));
    }

    private void Space(int before)
    {
        if (length > 0)
        {
            int at = Math.Min(to[length - 1], letterFrom[before]);
            Write(' ', at, Math.Max(at, letterFrom[before]));
        }
    }

    private void Add(Token token)
    {
        if (tokenCount == tokens.Length)
        {
            Array.Resize(ref tokens, tokenCount * 2);
        }

        tokens[tokenCount++] = token;
    }

    private void Write(char c, int start, int end)
    {
        if (length == match.Length)
        {
            Array.Resize(ref match, length * 2);
            Array.Resize(ref from, length * 2);
            Array.Resize(ref to, length * 2);
        }

        match[length] = c;
        from[length] = start;
        to[length++] = end;
    }
}
