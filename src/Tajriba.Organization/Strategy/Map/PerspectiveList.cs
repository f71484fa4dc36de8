using System.Globalization;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>The perspectives of the map, from what is reached last (top) to what everything stands on (bottom).</summary>
public sealed record PerspectiveList(IReadOnlyList<Perspective> All)
{
    /// <summary>More than this no map shows.</summary>
    public const int Most = 8;

    /// <summary>The number of the last one that people made, so that no key comes again.</summary>
    public int Last { get; init; }

    /// <summary>Those of the balanced scorecard (Kaplan and Norton 1992), with which every map begins.</summary>
    public static PerspectiveList Usual { get; } = new([new("financial", ""), new("customer", ""), new("processes", ""), new("learning", "")]);

    /// <summary>The one of a key; of one that is gone the first.</summary>
    public Perspective Of(string key) => All.FirstOrDefault(p => p.Key == key) ?? All[0];

    /// <summary>The same with one more at the bottom.</summary>
    public PerspectiveList With(string name) => this with { Last = Last + 1, All = [.. All, new(string.Create(CultureInfo.InvariantCulture, $"own-{Last + 1}"), name)] };

    /// <summary>The same with one called otherwise.</summary>
    public PerspectiveList Named(string key, string name) => this with { All = [.. All.Select(p => p.Key == key ? p with { Name = name } : p)] };

    /// <summary>The same with one a place further up.</summary>
    public PerspectiveList Raised(string key)
    {
        List<Perspective> order = [.. All];
        int at = order.FindIndex(p => p.Key == key);
        if (at > 0)
        {
            (order[at - 1], order[at]) = (order[at], order[at - 1]);
        }

        return this with { All = order };
    }

    /// <summary>The same without one.</summary>
    public PerspectiveList Without(string key) => this with { All = [.. All.Where(p => p.Key != key)] };
}
