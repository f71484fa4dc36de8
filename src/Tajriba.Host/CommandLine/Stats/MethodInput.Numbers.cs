using System.Globalization;
using System.Text.Json;

namespace Tajriba.Host.CommandLine.Stats;

internal sealed partial class MethodInput
{
    /// <summary>The largest whole number that a count may be: beyond it, doubles skip whole numbers.</summary>
    private const long Largest = 1L << 53;

    /// <summary>How far from 0 a number may be, so that sums of its powers stay finite.</summary>
    public const double MostMagnitude = 1e60;

    public double Number(string name, double min = double.NegativeInfinity, double max = double.PositiveInfinity) => NumberOf(Member(name), At(name), min, max);

    public double? NumberOrNull(string name, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
        => Has(name) ? Number(name, min, max) : null;

    /// <summary>A number above 0.</summary>
    public double Positive(string name)
    {
        double value = Number(name);
        return value > 0 ? value : throw Refuse(name, $"must be above 0, not {Shown(value)}");
    }

    /// <summary>A number strictly between 0 and 1.</summary>
    public double OpenShare(string name)
    {
        double value = Number(name);
        return value is > 0 and < 1 ? value : throw Refuse(name, $"must lie between 0 and 1, not {Shown(value)}");
    }

    public long Whole(string name, long min = -Largest, long max = Largest) => WholeOf(Member(name), At(name), min, max);

    public double[] Numbers(string name, int atLeast = 1, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
        => NumbersOf(Member(name), At(name), atLeast, min, max);

    /// <summary>Numbers as many as another member has.</summary>
    public double[] NumbersAsMany(string name, int count, string asMany, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
    {
        double[] values = Numbers(name, 0, min, max);
        return values.Length == count ? values : throw Refuse(name, $"must have as many values as {asMany} ({count}), not {values.Length}");
    }

    /// <summary>Whole numbers within a range, such as answers on a scale.</summary>
    public double[] Wholes(string name, int atLeast, long min, long max)
        => [.. List(name, atLeast).Select((item, i) => (double)WholeOf(item, $"{At(name)}[{i}]", min, max))];

    /// <summary>Whole numbers of 0 or more.</summary>
    public long[] Counts(string name, int atLeast = 1)
        => [.. List(name, atLeast).Select((item, i) => WholeOf(item, $"{At(name)}[{i}]", 0, Largest))];

    /// <summary>Two whole numbers: successes, then trials, at least one and no fewer than the successes.</summary>
    public (long Successes, long Trials) Share(string name) => ShareOf(Member(name), At(name));

    /// <summary>A list of successes and trials.</summary>
    public (long Successes, long Trials)[] Shares(string name, int atLeast = 1)
        => [.. List(name, atLeast).Select((item, i) => ShareOf(item, $"{At(name)}[{i}]"))];

    public static string Shown(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static (long Successes, long Trials) ShareOf(JsonElement value, string at)
    {
        List<JsonElement> pair = ListOf(value, at, 2);
        if (pair.Count != 2)
        {
            throw new MethodInputException(at, "must be two numbers: successes and trials");
        }

        long trials = WholeOf(pair[1], $"{at}[1]", 1, Largest);
        return (WholeOf(pair[0], $"{at}[0]", 0, trials), trials);
    }

    private static double[] NumbersOf(JsonElement value, string at, int atLeast, double min, double max)
        => [.. ListOf(value, at, atLeast).Select((item, i) => NumberOf(item, $"{at}[{i}]", min, max))];

    private static double NumberOf(JsonElement value, string at, double min, double max)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            throw new MethodInputException(at, "must be a number");
        }

        double number = value.GetDouble();
        if (!double.IsFinite(number))
        {
            throw new MethodInputException(at, "must be finite");
        }

        if (Math.Abs(number) > MostMagnitude)
        {
            throw new MethodInputException(at, $"must be {Range(-MostMagnitude, MostMagnitude)}, not {Shown(number)}");
        }

        return number >= min && number <= max ? number : throw new MethodInputException(at, $"must be {Range(min, max)}, not {Shown(number)}");
    }

    private static long WholeOf(JsonElement value, string at, long min, long max)
    {
        double number = NumberOf(value, at, double.NegativeInfinity, double.PositiveInfinity);
        if (number != Math.Floor(number) || Math.Abs(number) > Largest)
        {
            throw new MethodInputException(at, $"must be a whole number, not {Shown(number)}");
        }

        return number >= min && number <= max
            ? (long)number
            : throw new MethodInputException(at, $"must be a whole number {Range(min <= -Largest ? double.NegativeInfinity : min, max >= Largest ? double.PositiveInfinity : max)}, not {Shown(number)}");
    }

    private static string Range(double min, double max) => (double.IsFinite(min), double.IsFinite(max)) switch
    {
        (true, true) => $"from {Shown(min)} to {Shown(max)}",
        (true, false) => $"at least {Shown(min)}",
        _ => $"at most {Shown(max)}",
    };
}
