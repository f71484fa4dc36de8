namespace Tajriba.Statistics;

/// <summary>
/// The evaluation table of Kano's questionnaire: how the answer to "if it is there" and that to "if it is not" make a
/// category. Answers are 1 like, 2 must be, 3 neutral, 4 can live with, 5 dislike.
/// </summary>
public sealed class KanoTable
{
    /// <summary>Answers to choose from.</summary>
    public const int Answers = 5;

    private readonly KanoCategory[][] rows;

    /// <summary>A table of one's own.</summary>
    /// <param name="rows">Five rows by the answer to the functional question, five columns by that to the dysfunctional one.</param>
    /// <exception cref="ArgumentException">There are not five rows of five.</exception>
    public KanoTable(KanoCategory[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length != Answers || rows.Any(row => row.Length != Answers))
        {
            throw new ArgumentException("Must have five rows of five.", nameof(rows));
        }

        this.rows = rows;
    }

    /// <summary>The table of Berger et al. (1993, Center for Quality of Management Journal 2(4):3-35).</summary>
    public static KanoTable Berger { get; } = new(
    [
        [KanoCategory.Questionable, KanoCategory.Attractive, KanoCategory.Attractive, KanoCategory.Attractive, KanoCategory.OneDimensional],
        [KanoCategory.Reverse, KanoCategory.Indifferent, KanoCategory.Indifferent, KanoCategory.Indifferent, KanoCategory.MustBe],
        [KanoCategory.Reverse, KanoCategory.Indifferent, KanoCategory.Indifferent, KanoCategory.Indifferent, KanoCategory.MustBe],
        [KanoCategory.Reverse, KanoCategory.Indifferent, KanoCategory.Indifferent, KanoCategory.Indifferent, KanoCategory.MustBe],
        [KanoCategory.Reverse, KanoCategory.Reverse, KanoCategory.Reverse, KanoCategory.Reverse, KanoCategory.Questionable],
    ]);

    /// <summary>The category of a pair of answers.</summary>
    /// <param name="functional">1 to 5: how one feels if the feature is there.</param>
    /// <param name="dysfunctional">1 to 5: how one feels if it is not.</param>
    /// <exception cref="ArgumentOutOfRangeException">An answer is outside 1 to 5.</exception>
    public KanoCategory Classify(int functional, int dysfunctional)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(functional, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(functional, Answers);
        ArgumentOutOfRangeException.ThrowIfLessThan(dysfunctional, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dysfunctional, Answers);
        return rows[functional - 1][dysfunctional - 1];
    }
}
