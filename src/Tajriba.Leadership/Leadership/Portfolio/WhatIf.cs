using System.Globalization;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Portfolio;

/// <summary>What an address asks of the portfolio.</summary>
/// <param name="Budget">What can be spent; null for what the house says.</param>
/// <param name="ByWeights">Whether worth is by weights; otherwise by the effect on customers.</param>
/// <param name="With">Codes that are taken whatever they bring.</param>
/// <param name="Without">Codes that are left.</param>
public sealed record WhatIf(decimal? Budget, bool ByWeights, IReadOnlyList<string> With, IReadOnlyList<string> Without)
{
    private const string Weights = "weights";
    private const int MostPins = 64;
    private const int LongestCode = 20;

    /// <summary>What no address asks for.</summary>
    public static WhatIf Nothing { get; } = new(null, false, [], []);

    /// <summary>Whether it asks something else than the house does.</summary>
    public bool IsOther => Budget is not null || With.Count > 0 || Without.Count > 0;

    /// <summary>Reads an address; what cannot be read asks nothing.</summary>
    public static WhatIf Of(string? budget, string? by, string? with, string? without, Read read)
        => new(read.Number(budget) is { } amount and >= 0 and < 1_000_000_000_000_000 ? amount : null, by == Weights, Codes(with), Codes(without));

    /// <summary>The address of a page that asks it.</summary>
    public string Href(string page) => PageLink.With(
        page, ("budget", Budget?.ToString("0.##", CultureInfo.InvariantCulture)), ("by", ByWeights ? Weights : null), ("with", string.Join(',', With)), ("without", string.Join(',', Without)));

    /// <summary>The same with one taken in any case, left in any case, or open (null).</summary>
    public WhatIf Pinned(string code, bool? taken) => this with
    {
        With = [.. With.Where(c => c != code), .. taken == true ? [code] : Array.Empty<string>()],
        Without = [.. Without.Where(c => c != code), .. taken == false ? [code] : Array.Empty<string>()],
    };

    private static IReadOnlyList<string> Codes(string? text)
        => [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(c => c.Length <= LongestCode).Distinct(StringComparer.Ordinal).Take(MostPins)];
}
