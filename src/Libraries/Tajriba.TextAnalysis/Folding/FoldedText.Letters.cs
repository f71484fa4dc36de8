using System.Text;

namespace Tajriba.TextAnalysis;

/// <content>First step: letters to one spelling, without marks, with single spaces and no runs above two.</content>
public sealed partial class FoldedText
{
    private char[] letters = new char[256];
    private int[] letterFrom = new int[256];
    private int[] letterTo = new int[256];
    private bool[] letterRun = new bool[256];
    private int letterCount;

    /// <summary>How often the text as written has a letter that Arabic writes and its neighbours hardly do: teh marbuta, alef with hamza.</summary>
    internal int ArabicSpellings { get; private set; }

    private void ReadLetters(ReadOnlySpan<char> text)
    {
        letterCount = 0;
        ArabicSpellings = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (Letters.ClassOf(c))
            {
                case LetterClass.Mark:
                    ReadMark(c, i);
                    break;
                case LetterClass.Control:
                    i += ReadBeyond(text, i);
                    break;
                case LetterClass.Break:
                    if (letterCount > 0 && Letters.ClassOf(letters[letterCount - 1]) == LetterClass.Arabic)
                    {
                        PutSpace(i);
                    }

                    break;
                case LetterClass.Space:
                    PutSpace(i);
                    break;
                case LetterClass.Several:
                    foreach (char part in Letters.Several(c))
                    {
                        Put(part, i, i + 1);
                    }

                    break;
                default:
                    ArabicSpellings += c is 'ة' or 'أ' or 'إ' or (>= '\uFE83' and <= '\uFE88') or '\uFE93' or '\uFE94' ? 1 : 0;
                    Put(Letters.Fold(c), i, i + 1);
                    break;
            }
        }

        if (letterCount > 0 && letters[letterCount - 1] == ' ')
        {
            letterCount--;
        }
    }

    /// <summary>A mark belongs to the letter before it; ae with hamza above is the Persian heh with yeh, however it is composed.</summary>
    private void ReadMark(char c, int at)
    {
        if (letterCount == 0 || letters[letterCount - 1] == ' ')
        {
            return;
        }

        letterTo[letterCount - 1] = at + 1;
        ArabicSpellings += c is '\u0654' or '\u0655' && letters[letterCount - 1] == 'ا' ? 1 : 0;
        if (c == '\u0654' && letters[letterCount - 1] == '\u06D5')
        {
            letterCount--;
            bool run = letterRun[letterCount];
            Put('ه', letterFrom[letterCount], at + 1);
            letterRun[letterCount - 1] |= run;
        }
    }

    /// <summary>How many units more than one the character takes.</summary>
    private int ReadBeyond(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
        {
            return 0;
        }

        string folded = Letters.Beyond(char.ConvertToUtf32(text[at], text[at + 1]));
        if (folded.Length == 2 && char.IsHighSurrogate(folded[0]))
        {
            PutPair(folded[0], folded[1], at);
            return 1;
        }

        foreach (Rune rune in folded.EnumerateRunes())
        {
            if (rune.IsBmp)
            {
                Put((char)rune.Value, at, at + 2);
            }
            else
            {
                PutPair(folded[^2], folded[^1], at);
            }
        }

        return 1;
    }

    private void PutSpace(int at)
    {
        if (letterCount > 0 && letters[letterCount - 1] != ' ')
        {
            Append(' ', at, at + 1);
        }
    }

    private void Put(char c, int start, int end)
    {
        if (c == ' ')
        {
            PutSpace(start);
        }
        else if (letterCount > 1 && letters[letterCount - 1] == c && letters[letterCount - 2] == c && !char.IsAsciiDigit(c))
        {
            letterTo[letterCount - 1] = end;
            letterRun[letterCount - 1] = true;
        }
        else
        {
            Append(c, start, end);
        }
    }

    private void PutPair(char high, char low, int at)
    {
        int n = letterCount;
        if (n > 3 && letters[n - 1] == low && letters[n - 3] == low && letters[n - 2] == high && letters[n - 4] == high)
        {
            letterTo[n - 1] = letterTo[n - 2] = at + 2;
            letterRun[n - 2] = true;
            return;
        }

        Append(high, at, at + 2);
        Append(low, at, at + 2);
    }

    private void Append(char c, int start, int end)
    {
        if (letterCount == letters.Length)
        {
            int grown = letterCount * 2;
            Array.Resize(ref letters, grown);
            Array.Resize(ref letterFrom, grown);
            Array.Resize(ref letterTo, grown);
            Array.Resize(ref letterRun, grown);
        }

        letters[letterCount] = c;
        letterFrom[letterCount] = start;
        letterTo[letterCount] = end;
        letterRun[letterCount++] = false;
    }
}
