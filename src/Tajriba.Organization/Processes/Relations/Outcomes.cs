using Tajriba.Experience.Indicators;

namespace Tajriba.Organization.Processes.Relations;

/// <summary>Which indicator stands for the experience of customers where nobody has chosen one.</summary>
internal static class Outcomes
{
    private static readonly string[] Usual = ["csi", "nps", "csat"];

    /// <summary>The one asked for, or the first usual one there is, or any.</summary>
    public static IndicatorDefinition? Of(string? asked, IReadOnlyList<IndicatorDefinition> known)
        => known.FirstOrDefault(d => d.Key == asked) ?? Usual.Select(u => known.FirstOrDefault(d => d.Key == u)).FirstOrDefault(d => d is not null) ?? (known.Count > 0 ? known[0] : null);
}
