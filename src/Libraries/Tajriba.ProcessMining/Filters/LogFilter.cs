namespace Tajriba.ProcessMining;

/// <summary>
/// A step that narrows a log. The set is closed; filters are applied in order by <see cref="EventLog.Where"/>. Names of
/// activities and values that the log does not know simply match nothing; an unknown attribute is an <see cref="ArgumentException"/>.
/// <c>Not</c> inverts a filter.
/// </summary>
public abstract record LogFilter
{
    private LogFilter()
    {
    }

    /// <summary>Cases whose first activity is one of these.</summary>
    public sealed record StartActivities(IReadOnlyList<string> Activities, bool Not = false) : LogFilter;

    /// <summary>Cases whose last activity is one of these.</summary>
    public sealed record EndActivities(IReadOnlyList<string> Activities, bool Not = false) : LogFilter;

    /// <summary>
    /// Events, or cases with such an event, whose attribute has one of these values. <c>activity</c> and <c>concept:name</c> name the activity,
    /// <c>case:concept:name</c> the case; names with the prefix <c>case:</c> are case attributes and are compared per case.
    /// </summary>
    public sealed record EventAttributeValues(string Attribute, IReadOnlyList<string> Values, FilterLevel Level = FilterLevel.Case, bool Not = false) : LogFilter;

    /// <summary>A time range, both bounds inclusive, in microseconds since 1970-01-01T00:00:00Z.</summary>
    public sealed record TimeRange(long From, long To, TimeRangeMode Mode = TimeRangeMode.TracesIntersecting) : LogFilter;

    /// <summary>Cases whose time from first to last event lies in [min, max] seconds.</summary>
    public sealed record CasePerformance(double MinSeconds, double MaxSeconds = double.PositiveInfinity) : LogFilter;

    /// <summary>Cases with min to max events, inclusive.</summary>
    public sealed record CaseSize(int Min, int Max = int.MaxValue) : LogFilter;

    /// <summary>Cases of the k most frequent variants (ties by the text of the sequence).</summary>
    public sealed record VariantsTopK(int K) : LogFilter;

    /// <summary>Cases in which a is directly followed by b.</summary>
    public sealed record DirectlyFollowsRelation(string From, string To, bool Not = false) : LogFilter;

    /// <summary>Cases in which a is directly followed by b after min to max seconds.</summary>
    public sealed record PathsPerformance(string From, string To, double MinSeconds, double MaxSeconds = double.PositiveInfinity) : LogFilter;

    /// <summary>Cases with the activity at least min times.</summary>
    public sealed record ActivitiesRework(string Activity, int Min = 2) : LogFilter;

    /// <summary>
    /// Sub-cases that open at the first a and close at the next b, both kept, and start anew after it; when a = b each occurrence
    /// closes one sub-case and opens the next, and belongs to both.
    /// </summary>
    public sealed record Between(string From, string To) : LogFilter;

    /// <summary>Cases with at least one of these activities.</summary>
    public sealed record Contains(IReadOnlyList<string> Activities) : LogFilter;

    /// <summary>Cases with none of these activities.</summary>
    public sealed record NotContains(IReadOnlyList<string> Activities) : LogFilter;

    /// <summary>Cases in which some a comes before some later b.</summary>
    public sealed record EventuallyFollows(string From, string To, bool Not = false) : LogFilter;

    /// <summary>Cases of the variants with these keys (<see cref="Variant.Key"/>).</summary>
    public sealed record VariantKeys(IReadOnlyList<string> Keys, bool Not = false) : LogFilter;

    /// <summary>Cases with these names.</summary>
    public sealed record Cases(IReadOnlyList<string> Ids, bool Not = false) : LogFilter;
}
