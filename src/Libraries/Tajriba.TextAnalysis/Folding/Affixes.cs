namespace Tajriba.TextAnalysis;

/// <summary>Persian affixes that people write joined, with a zero-width non-joiner or with a space.</summary>
internal static class Affixes
{
    public static bool IsPrefix(ReadOnlySpan<char> word) => word is "می" or "نمی";

    public static bool IsSuffix(ReadOnlySpan<char> word) => word is
        "ها" or "های" or "هایی" or "هایم" or "هایت" or "هایش" or "هایمان" or "هایتان" or "هایشان" or "تر" or "ترین" or "تری";
}
