using Tajriba.Experience.Indicators.Measure;
using Tajriba.Statistics;

namespace Tajriba.Organization.Strategy.Links;

/// <summary>Judges links by their figures.</summary>
public static class LinkCheck
{
    /// <summary>The strongest relation within the months in which a link should show, or null.</summary>
    public static LaggedRelation? Within(IEnumerable<LaggedRelation> lags, int lag) => lags.Where(l => l.Lag <= lag).MaxBy(l => Math.Abs(l.Correlation.Value));

    /// <summary>Judges one whose both ends are measured.</summary>
    /// <param name="relation">How both have moved together within the months in which it should show, or null where too little is known.</param>
    /// <param name="cause">How the cause moved lately, or null.</param>
    /// <param name="effect">How the effect moved as many months later, or null.</param>
    /// <param name="areAlike">Whether both are better when they are higher, or both when they are lower.</param>
    public static LinkVerdict Of(LaggedRelation? relation, IndicatorChange? cause, IndicatorChange? effect, bool areAlike)
    {
        if (relation is null)
        {
            return LinkVerdict.TooThin;
        }

        if (!relation.Correlation.Contains(0))
        {
            return relation.Correlation.Value > 0 == areAlike ? LinkVerdict.Holds : LinkVerdict.Opposite;
        }

        return cause is { IsReal: true } && effect is not null && !Follows(cause, effect, areAlike) ? LinkVerdict.NotFollowed : LinkVerdict.Open;
    }

    /// <summary>Whether the figures speak against a link.</summary>
    public static bool IsContradicted(LinkVerdict verdict) => verdict is LinkVerdict.NotFollowed or LinkVerdict.Opposite;

    private static bool Follows(IndicatorChange cause, IndicatorChange effect, bool areAlike) => effect.IsReal && effect.Difference > 0 == (cause.Difference > 0 == areAlike);
}
