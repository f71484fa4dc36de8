namespace Tajriba.TextAnalysis;

/// <summary>Languages by the codes of ISO 639.</summary>
public static class LanguageCodes
{
    private static readonly string[] Codes = ["fa", "ar", "en", "ur", "ckb", "ps"];

    /// <summary>The code of a language: <c>fa</c>, <c>ar</c>, <c>en</c>, <c>ur</c>, <c>ckb</c> or <c>ps</c>.</summary>
    public static string Code(this TextLanguage language) => Codes[(int)language];

    /// <summary>The language of a code; false for any other text.</summary>
    public static bool TryParse(string? code, out TextLanguage language)
    {
        int place = Array.IndexOf(Codes, code);
        language = (TextLanguage)Math.Max(place, 0);
        return place >= 0;
    }
}
