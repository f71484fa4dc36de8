using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>The measured figures beside what they must reach, as Markdown; a bold figure misses its must.</summary>
internal static class ResultTable
{
    public static void Begin()
    {
        Console.WriteLine("| # | measure | ours | beside | figure | must | goal |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    }

    /// <param name="number">Target.</param>
    /// <param name="measure">What was measured.</param>
    /// <param name="ours">The product's own figure, with its unit.</param>
    /// <param name="beside">What it is compared with.</param>
    /// <param name="figure">What counts.</param>
    /// <param name="must">What it must reach; not a number where it is only told.</param>
    /// <param name="goal">What it should reach.</param>
    /// <param name="unit">Unit of the figure; none for a ratio.</param>
    /// <param name="isCost">Whether less is better.</param>
    public static void Add(string number, string measure, string ours, string beside, double figure, double must, double goal, string unit = "", bool isCost = false)
    {
        bool misses = isCost ? figure > must : figure < must;
        string sign = isCost ? "≤ " : "≥ ";
        string bold = misses ? "**" : "";
        string Limit(double limit) => double.IsNaN(limit) ? "–" : sign + Text(limit) + unit;
        Console.WriteLine($"| {number} | {measure} | {ours} | {beside} | {bold}{Text(figure)}{unit}{bold} | {Limit(must)} | {Limit(goal)} |");
    }

    public static string Thousands(double figure, string unit) => (figure / 1000).ToString(figure < 100_000 ? "0.0" : "0", CultureInfo.InvariantCulture) + "k " + unit;

    private static string Text(double figure) => figure.ToString(Math.Abs(figure) >= 10 ? "0.#" : "0.00", CultureInfo.InvariantCulture);
}
