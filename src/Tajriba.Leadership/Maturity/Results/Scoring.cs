using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Maturity.Results;

/// <summary>From sheets to where one stands.</summary>
public static class Scoring
{
    /// <summary>Fewest complete sheets that reliability is said of.</summary>
    public const int FewestForAlpha = 10;

    /// <summary>Scores the sheets that were handed in.</summary>
    public static Standing Of(Frame frame, IEnumerable<Sheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Sheet[] done = [.. sheets.Where(s => s.IsDone)];
        ComponentScore[] components = [.. frame.Components.Select(c => Of(c, done))];
        double[] own = [.. done.Select(s => OwnMean(frame.Categories, s)).Where(double.IsFinite)];
        return new(frame, done.Length, Weighted(components.SelectMany(c => c.Categories)), IntervalOf(own), components.Length == 0 ? 0 : components.Min(c => c.Gate), Agreement(frame, done), components);
    }

    /// <summary>A sheet's mean over some categories, by their weights; not a number where it answers none of them.</summary>
    public static double OwnMean(IEnumerable<FrameCategory> categories, Sheet sheet)
    {
        double sum = 0, weights = 0;
        foreach (FrameCategory category in categories)
        {
            double mean = OwnMean(category, sheet);
            if (double.IsFinite(mean))
            {
                sum += category.Weight * mean;
                weights += category.Weight;
            }
        }

        return weights > 0 ? sum / weights : double.NaN;
    }

    /// <summary>A sheet's mean over the practices of a category; not a number where it answers none of them.</summary>
    public static double OwnMean(FrameCategory category, Sheet sheet)
    {
        int[] levels = [.. Levels(category, sheet)];
        return levels.Length == 0 ? double.NaN : levels.Average();
    }

    internal static double Weighted(IEnumerable<CategoryScore> scores)
    {
        CategoryScore[] answered = [.. scores.Where(s => s.Sample.Count > 0)];
        return answered.Length == 0 ? double.NaN : answered.Sum(s => s.Category.Weight * s.Sample.Mean) / answered.Sum(s => s.Category.Weight);
    }

    internal static Estimate? IntervalOf(double[] sample)
    {
        if (sample.Length < 2)
        {
            return null;
        }

        Estimate interval = MeanInterval.Student(SampleSummary.Of(sample));
        return new Estimate(interval.Value, Math.Max(1, interval.Lower), Math.Min(Frame.Levels, interval.Upper));
    }

    private static ComponentScore Of(FrameComponent component, Sheet[] sheets)
    {
        CategoryScore[] categories = [.. component.Categories.Select(c => Of(c, sheets))];
        double[] own = [.. sheets.Select(s => OwnMean(component.Categories, s)).Where(double.IsFinite)];
        return new(component, Weighted(categories), own.Length == 0 ? default : SampleSummary.Of(own), IntervalOf(own), categories.Min(c => c.Gate), Alpha(component, sheets), categories);
    }

    private static CategoryScore Of(FrameCategory category, Sheet[] sheets)
    {
        double[] own = [.. sheets.Select(s => OwnMean(category, s)).Where(double.IsFinite)];
        return new(category, own.Length == 0 ? default : SampleSummary.Of(own), IntervalOf(own), category.Practices.Min(p => Gate(p, sheets)));
    }

    private static int Gate(Practice practice, Sheet[] sheets)
    {
        int[] levels = [.. sheets.Where(s => s.Answers.Levels.ContainsKey(practice.Key)).Select(s => s.Answers.Levels[practice.Key])];
        return levels.Length == 0 ? 0 : (int)Math.Floor(levels.Average() + 1e-9);
    }

    /// <summary>Of those who answered every practice; items that do not vary cannot agree with others.</summary>
    private static double? Alpha(FrameComponent component, Sheet[] sheets)
    {
        Practice[] practices = [.. component.Categories.SelectMany(c => c.Practices)];
        Sheet[] complete = [.. sheets.Where(s => practices.All(p => s.Answers.Levels.ContainsKey(p.Key)))];
        if (complete.Length < FewestForAlpha)
        {
            return null;
        }

        double[][] items = [.. practices.Select(p => complete.Select(s => (double)s.Answers.Levels[p.Key]).ToArray()).Where(i => i.Distinct().Count() > 1)];
        return items.Length < 2 || complete.Select((_, i) => items.Sum(item => item[i])).Distinct().Count() < 2 ? null : CronbachAlpha.Of(items).Raw;
    }

    private static double? Agreement(Frame frame, Sheet[] sheets)
    {
        if (sheets.Length < 2)
        {
            return null;
        }

        Practice[] practices = [.. frame.Practices];
        double alpha = KrippendorffAlpha.Of([.. sheets.Select(s => practices.Select(p => s.Answers.Levels.TryGetValue(p.Key, out int level) ? level : (double?)null).ToArray())], KrippendorffMetric.Ordinal);
        return double.IsFinite(alpha) ? alpha : null;
    }

    private static IEnumerable<int> Levels(FrameCategory category, Sheet sheet)
    {
        foreach (Practice practice in category.Practices)
        {
            if (sheet.Answers.Levels.TryGetValue(practice.Key, out int level))
            {
                yield return level;
            }
        }
    }
}
