namespace Tajriba.TextAnalysis;

/// <summary>Cuts clitics and endings from a folded word, lightly: a third feature beside the word and its letters.</summary>
internal static class Stems
{
    private const int Shortest = 3;
    private static readonly string[] ArabicBefore = ["وال", "بال", "فال", "کال", "ال", "لل", "و", "ب", "ف"];
    private static readonly string[] ArabicAfter = ["هم", "ها", "کم", "نا", "ون", "ین", "ات", "ه", "ی", "ک"];
    private static readonly string[] PersianAfter = ["هایی", "های", "ها", "ترین", "تر", "شون", "اش", "ست", "ام", "ات", "م", "ی", "ش", "ه"];

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word, TextLanguage language) => language switch
    {
        TextLanguage.Ar => After(Before(word, ArabicBefore), ArabicAfter),
        TextLanguage.Fa => After(word, PersianAfter),
        _ => word,
    };

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> word, string[] affixes)
    {
        foreach (string affix in affixes)
        {
            if (word.Length - affix.Length >= Shortest && word.StartsWith(affix, StringComparison.Ordinal))
            {
                return word[affix.Length..];
            }
        }

        return word;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> word, string[] affixes)
    {
        foreach (string affix in affixes)
        {
            if (word.Length - affix.Length >= Shortest && word.EndsWith(affix, StringComparison.Ordinal))
            {
                return word[..^affix.Length];
            }
        }

        return word;
    }
}
