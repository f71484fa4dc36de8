using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Drivers;

/// <summary>Weighs the attributes of a satisfaction index by what they explain of an outcome.</summary>
internal static class Driving
{
    /// <summary>Complete answers for each attribute, at least.</summary>
    private const int FewestEach = 15;
    private const double MostMissing = 0.2;
    private const int MostAttributes = 10;
    private const int Replicates = 300;
    private const int Seed = 20_000;
    private const string Prefix = "csi.";

    /// <summary>The report, or null where the answers are too few or never vary.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="rise">Points by which satisfaction with an attribute is thought to rise.</param>
    public static DriverReport? Of(IReadOnlyList<AnswerRow> answers, double rise)
    {
        string[] attributes = [.. answers.SelectMany(a => a.Scores.Keys).Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)).GroupBy(k => k, StringComparer.Ordinal)
            .Where(g => g.Count() >= (1 - MostMissing) * answers.Count).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostAttributes).Select(g => g.Key)];
        AnswerRow[] complete = [.. answers.Where(a => attributes.All(a.Scores.ContainsKey))];
        double[] outcome = [.. complete.Select(a => a.Outcome)];
        double[][] columns = [.. attributes.Select(k => complete.Select(a => a.Scores[k]).ToArray())];
        if (attributes.Length == 0 || complete.Length < FewestEach * attributes.Length || !Varies(outcome) || !columns.All(Varies))
        {
            return null;
        }

        try
        {
            return Of(attributes, outcome, columns, rise);
        }
        catch (ArgumentException)
        {
            // Attributes that say the same cannot be told apart.
            return null;
        }
    }

    private static DriverReport Of(string[] attributes, double[] outcome, double[][] columns, double rise)
    {
        var drivers = KeyDrivers.Of(outcome, columns);
        var intervals = DriverIntervals.Of(outcome, columns, new Random(Seed), Replicates);
        double[] importance = [.. intervals.Drivers.Select(d => d.RelativeShare.Value)];
        double[] performance = [.. columns.Select(c => c.Average())];
        var map = ImportancePerformance.AtMeans(importance, performance);
        var found = attributes.Select((name, i) => new AttributeDriver(
            name[Prefix.Length..],
            performance[i],
            intervals.Drivers[i].RelativeShare,
            intervals.Drivers[i].ShapleyShare,
            drivers.Coefficients[i + 1].Effect(rise, drivers.ResidualDegrees),
            map.Place(importance[i], performance[i])));
        return new DriverReport(outcome.Length, drivers.RSquared, intervals.NoiseShare, [.. found.OrderByDescending(d => d.Weight.Value)]);
    }

    private static bool Varies(double[] values) => values.Length > 1 && values.Any(v => v != values[0]);
}
