namespace Tajriba.TextAnalysis;

/// <summary>The languages that detection tells apart.</summary>
public enum TextLanguage
{
    /// <summary>Persian.</summary>
    Fa,

    /// <summary>Arabic.</summary>
    Ar,

    /// <summary>English.</summary>
    En,

    /// <summary>Urdu.</summary>
    Ur,

    /// <summary>Central Kurdish.</summary>
    Ckb,

    /// <summary>Pashto.</summary>
    Ps,
}
