namespace Tajriba.Kernel.Access;

/// <summary>A name as an organization writes it in each of the three languages; English is always there.</summary>
public sealed record LocalName(string En, string? Fa = null, string? Ar = null)
{
    /// <summary>The name in a language (<c>en</c>, <c>fa</c>, <c>ar</c>), or the English one where that is missing.</summary>
    public string In(string language) => language switch
    {
        "fa" when !string.IsNullOrEmpty(Fa) => Fa,
        "ar" when !string.IsNullOrEmpty(Ar) => Ar,
        _ => En,
    };
}
