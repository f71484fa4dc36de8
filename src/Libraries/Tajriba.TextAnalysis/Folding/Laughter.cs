namespace Tajriba.TextAnalysis;

/// <summary>Laughter as it is typed, after runs were cut to two: hahaha, jaja, ههه, هاها, خخخ.</summary>
internal static class Laughter
{
    public static bool Is(ReadOnlySpan<char> word) => word is "خخ" or "هه" or "lol" or "lmao" or "rofl" || IsRepeated(word, "ها") || IsRepeated(word, "ha")
        || IsRepeated(word, "ah") || IsRepeated(word, "he") || IsRepeated(word, "hi") || IsRepeated(word, "ja") || IsRepeated(word, "kh");

    /// <summary>The syllable twice or more, and perhaps the beginning of one more.</summary>
    private static bool IsRepeated(ReadOnlySpan<char> word, ReadOnlySpan<char> syllable)
    {
        if (word.Length < 2 * syllable.Length)
        {
            return false;
        }

        for (int i = 0; i < word.Length; i++)
        {
            if (word[i] != syllable[i % syllable.Length])
            {
                return false;
            }
        }

        return true;
    }
}
