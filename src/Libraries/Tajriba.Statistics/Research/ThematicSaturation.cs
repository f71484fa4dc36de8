namespace Tajriba.Statistics;

/// <summary>
/// When further interviews stop bringing new themes (Guest, Namey and Chen 2020, PLoS ONE 15(5):e0232076): new codes in a
/// sliding run of interviews over the codes of a fixed base.
/// </summary>
/// <param name="BaseCodes">Different codes in the base.</param>
/// <param name="Runs">Every run, from the one after the base on.</param>
/// <param name="ReachedAfter">Interviews before the first run at or below the threshold; null where there is none.</param>
public sealed record ThematicSaturation(int BaseCodes, IReadOnlyList<SaturationRun> Runs, int? ReachedAfter)
{
    /// <summary>Different codes up to and with each interview.</summary>
    /// <param name="codesByInterview">The codes of each interview.</param>
    /// <typeparam name="T">What names a code.</typeparam>
    public static int[] CumulativeCodes<T>(IReadOnlyList<IReadOnlyList<T>> codesByInterview)
    {
        ArgumentNullException.ThrowIfNull(codesByInterview);
        var seen = new HashSet<T>();
        return
        [
            .. codesByInterview.Select(codes =>
            {
                seen.UnionWith(codes);
                return seen.Count;
            }),
        ];
    }

    /// <summary>Assesses interviews in the order they were held.</summary>
    /// <param name="codesByInterview">The codes of each interview, at least one interview.</param>
    /// <param name="baseSize">Interviews in the base, at least 1.</param>
    /// <param name="runLength">Interviews in a run, at least 1.</param>
    /// <param name="threshold">Ratio at or below which saturation is reached, 0 or more; 0.05 is usual.</param>
    /// <typeparam name="T">What names a code.</typeparam>
    /// <returns>Without runs where there are fewer interviews than base and run.</returns>
    /// <exception cref="ArgumentException">There is no interview.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ThematicSaturation Assess<T>(IReadOnlyList<IReadOnlyList<T>> codesByInterview, int baseSize, int runLength, double threshold)
    {
        ArgumentNullException.ThrowIfNull(codesByInterview);
        ArgumentOutOfRangeException.ThrowIfLessThan(baseSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(runLength, 1);
        Guard.NotNegative(threshold);
        if (codesByInterview.Count == 0)
        {
            throw new ArgumentException("Needs at least one interview.", nameof(codesByInterview));
        }

        var cumulative = CumulativeCodes(codesByInterview);
        var baseCodes = cumulative[Math.Min(baseSize, cumulative.Length) - 1];
        var runs = new List<SaturationRun>();
        for (var after = baseSize; after + runLength <= cumulative.Length; after++)
        {
            var fresh = cumulative[after + runLength - 1] - cumulative[after - 1];
            runs.Add(new SaturationRun(after, runLength, fresh, baseCodes > 0 ? (double)fresh / baseCodes : double.NaN));
        }

        var reached = runs.FindIndex(run => run.Ratio <= threshold);
        return new ThematicSaturation(baseCodes, runs, reached < 0 ? null : runs[reached].After);
    }
}
