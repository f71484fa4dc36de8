using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Tajriba.TextAnalysis;

/// <summary>The table of what each character becomes: compatibility forms, case, digits, the letters of either keyboard.</summary>
internal static class Letters
{
    private const char Tatweel = 'ـ';
    private static readonly char[] Folded = new char[char.MaxValue + 1];
    private static readonly LetterClass[] Classes = new LetterClass[char.MaxValue + 1];
    private static readonly FrozenDictionary<char, string> Expansions;
    private static readonly ConcurrentDictionary<int, string> Rare = new();

    /// <summary>The parts of Unicode that have compatibility forms, case or marks; ideographs, syllables and private use have none.</summary>
    private static readonly (int First, int Last)[] Parts = [(0, 0x33FF), (0xA000, 0xABFF), (0xF900, 0xFFFD)];

    static Letters()
    {
        var expansions = new Dictionary<char, string>();
        for (int i = 0; i <= char.MaxValue; i++)
        {
            Folded[i] = (char)i;
            Classes[i] = Classify((char)i);
        }

        foreach ((int first, int last) in Parts)
        {
            for (int i = first; i <= last; i++)
            {
                Enter((char)i, expansions);
            }
        }

        for (int i = 0xAC00; i <= 0xD7A3; i++)
        {
            Enter((char)i, expansions);
        }

        Expansions = expansions.ToFrozenDictionary();
    }

    public static char Fold(char c) => Folded[c];

    public static LetterClass ClassOf(char c) => Classes[c];

    public static string Several(char c) => Expansions[c];

    /// <summary>A character beyond the first plane: its folded text, empty where it is dropped.</summary>
    public static string Beyond(int rune) => Rare.GetOrAdd(rune, static r => ExpandBeyond(new Rune(r)));

    private static string ExpandBeyond(Rune rune)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        bool skin = rune.Value is >= 0x1F3FB and <= 0x1F3FF;
        if (skin || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control)
        {
            return "";
        }

        return category is UnicodeCategory.OtherNotAssigned ? rune.ToString() : Expand(rune.ToString());
    }

    private static void Enter(char c, Dictionary<char, string> expansions)
    {
        LetterClass own = Classes[c];
        if (own is LetterClass.Break or LetterClass.Control or LetterClass.Mark)
        {
            return;
        }

        string expansion = c == 'ۀ' ? "ه" : Expand(c.ToString());
        if (expansion.Length == 0)
        {
            Classes[c] = LetterClass.Mark;
        }
        else if (expansion.Length > 1)
        {
            Classes[c] = LetterClass.Several;
            expansions[c] = expansion;
        }
        else
        {
            Folded[c] = expansion[0];
            Classes[c] = Classify(expansion[0]);
        }
    }

    private static string Expand(string text)
    {
        var folded = new StringBuilder();
        foreach (Rune rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            Rune small = Rune.ToLowerInvariant(rune);
            char letter = small.IsBmp ? One((char)small.Value) : '\0';
            if (!small.IsBmp)
            {
                folded.Append(small.ToString());
            }
            else if (Classify(letter) is not (LetterClass.Mark or LetterClass.Control or LetterClass.Break))
            {
                folded.Append(letter);
            }
        }

        string result = folded.ToString();
        bool isolatedMark = text[0] is >= '\uFE70' and <= '\uFE7F' or >= '\uFC5E' and <= '\uFC63';
        string kept = isolatedMark ? result.Trim() : result;
        return kept == text || kept.Length == 0 ? kept : Expand(kept);
    }

    private static LetterClass Classify(char c)
    {
        UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
        return c switch
        {
            '\u200C' or '\u200B' or '\u00AC' or '\u00AD' => LetterClass.Break,
            Tatweel => LetterClass.Mark,
            >= '0' and <= '9' => LetterClass.Digit,
            _ when char.IsWhiteSpace(c) => LetterClass.Space,
            _ => category switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => LetterClass.Mark,
                UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate => LetterClass.Control,
                UnicodeCategory.OtherLetter when c is >= '\u0600' and <= '\u08FF' => LetterClass.Arabic,
                <= UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber => LetterClass.Letter,
                UnicodeCategory.OtherSymbol => LetterClass.Symbol,
                _ => LetterClass.Other,
            },
        };
    }

    private static char One(char letter) => letter switch
    {
        'ي' or 'ى' or 'ئ' => 'ی',
        'ك' or 'ڪ' => 'ک',
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ة' or 'ۀ' => 'ه',
        '’' or '‘' or '`' or '´' or 'ʼ' => '\'',
        '“' or '”' or '«' or '»' => '"',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        '؟' => '?',
        '،' or '٬' => ',',
        '؛' => ';',
        '٪' => '%',
        '٫' => '.',
        '\u2044' => '/',
        _ => CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and int digit ? (char)('0' + digit) : letter,
    };
}
