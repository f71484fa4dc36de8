using Tajriba.Statistics;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Weights that bring those who answered to the population's shares.</summary>
/// <param name="Weights">One for each answer in the columns; 0 for those not looked at, or of whom the margins know nothing.</param>
/// <param name="Answers">Answers that carry a weight.</param>
/// <param name="DesignEffect">How much the weights widen variances (Kish).</param>
/// <param name="Empty">Value of a margin from which nobody answered, so that there are no weights; null where there are.</param>
internal sealed record Weighting(double[] Weights, int Answers, double DesignEffect, string? Empty)
{
    public double EffectiveSize => Answers / DesignEffect;

    /// <summary>Rakes the chosen answers to one or two margins; null where there are no margins or too few answers.</summary>
    public static Weighting? Of(AnswerColumns columns, bool[] chosen, IReadOnlyList<Margin> margins)
    {
        if (margins.Count == 0)
        {
            return null;
        }

        var rows = Cells(columns, margins[0]);
        var lines = margins.Count > 1 ? Cells(columns, margins[1]) : null;
        string[] rowValues = [.. margins[0].Shares.Keys];
        string[] columnValues = lines is null ? [""] : [.. margins[1].Shares.Keys];
        double[][] table = [.. rowValues.Select(_ => new double[columnValues.Length])];
        var cells = new (int Row, int Column)[chosen.Length];
        var count = 0;
        for (var i = 0; i < chosen.Length; i++)
        {
            cells[i] = chosen[i] ? (rows(i), lines is null ? 0 : lines(i)) : (-1, -1);
            if (cells[i] is ( >= 0 and var row, >= 0 and var column))
            {
                table[row][column]++;
                count++;
            }
        }

        if (count < SurveyResults.Enough)
        {
            return null;
        }

        var empty = rowValues.Where((_, r) => table[r].Sum() == 0).Concat(columnValues.Where((_, c) => table.Sum(t => t[c]) == 0)).FirstOrDefault();
        if (empty is not null)
        {
            return new([], count, 1, empty);
        }

        try
        {
            var raking = Raking.Fit(table, Shares(margins[0], count), lines is null ? [count] : Shares(margins[1], count));
            return new([.. cells.Select(c => c.Row < 0 || c.Column < 0 ? 0 : raking.Weights[c.Row][c.Column])], count, raking.DesignEffect, null);
        }
        catch (ArgumentException)
        {
            // Cells that nobody stands in keep both margins from being met at once.
            return new([], count, 1, "");
        }
    }

    private static double[] Shares(Margin margin, int count)
    {
        var sum = margin.Shares.Values.Sum();
        return [.. margin.Shares.Values.Select(s => s * count / sum)];
    }

    /// <summary>The place of an answer's value among those of a margin, or -1.</summary>
    private static Func<int, int> Cells(AnswerColumns columns, Margin margin)
    {
        string[] values = [.. margin.Shares.Keys];
        var column = columns.Trait(margin.By);
        int[] places = [.. column.Values.Select(v => Array.IndexOf(values, v[0]))];
        return i => column.Codes[i] is >= 0 and var code ? places[code] : -1;
    }
}
