using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;

namespace Tajriba.Leadership.Maturity.Results;

/// <summary>Categories by units.</summary>
/// <param name="Shown">Units that may be shown, with their sheets.</param>
/// <param name="Hidden">Codes of units of which too few answered to be shown.</param>
public sealed record UnitTable(IReadOnlyList<(string Unit, Standing Standing)> Shown, IReadOnlyList<string> Hidden)
{
    /// <summary>What may be shown of an assessment by unit.</summary>
    public static UnitTable Of(CampaignView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        ILookup<string, Sheet> sheets = view.Sheets.ToLookup(s => s.Unit, StringComparer.Ordinal);
        IReadOnlySet<string> shown = ShownGroups.Of(sheets.Select(g => KeyValuePair.Create(g.Key, g.Count())), view.Threshold);
        return new([.. view.Units.Where(shown.Contains).Select(u => (u, Scoring.Of(view.Frame, sheets[u])))], [.. view.Units.Where(u => !shown.Contains(u))]);
    }

    /// <summary>The colour of a level, 0 to 5.</summary>
    public static int HeatOf(double level) => double.IsFinite(level) ? Math.Clamp((int)Math.Round(level), 1, Frame.Levels) : 0;
}
