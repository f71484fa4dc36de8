using System.Globalization;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>A scale, 1 to 5 by default.</summary>
public sealed class RatingQuestion : Question
{
    internal RatingQuestion(Reader reader)
        : base(reader, ElementKind.Rating)
    {
        var own = Choice.ReadAll(reader, "rateValues");
        RateMin = reader.Number("rateMin") ?? 1;
        var step = reader.Number("rateStep") ?? 1;
        if (step < 0.1)
        {
            reader.Fault("rateStep", DefinitionFaultCode.OutOfRange, step.ToString(CultureInfo.InvariantCulture), "0.1", "");
            step = 1;
        }

        RateStep = step;
        RateMax = reader.Number("rateMax") ?? (reader.Has("rateCount") && !reader.Has("rateMax")
            ? RateMin + (step * (reader.Integer("rateCount", 5, 2, 20) - 1))
            : 5);
        Display = reader.Word("rateType", RatingDisplay.Labels);
        if (!reader.Has("rateType"))
        {
            Display = reader.Word("rateDisplayMode", RatingDisplay.Labels);
        }

        MinRateDescription = reader.Text("minRateDescription", "mininumRateDescription");
        MaxRateDescription = reader.Text("maxRateDescription", "maximumRateDescription");
        Values = own.Count > 0 && !reader.Bool("autoGenerate") ? own : Generate();
    }

    /// <summary>Least value of a scale made of numbers.</summary>
    public double RateMin { get; }

    /// <summary>Greatest value.</summary>
    public double RateMax { get; }

    /// <summary>Distance of two values.</summary>
    public double RateStep { get; }

    /// <summary>Numbers, stars or faces.</summary>
    public RatingDisplay Display { get; }

    /// <summary>Words at the low end.</summary>
    public LocalizedText? MinRateDescription { get; }

    /// <summary>Words at the high end.</summary>
    public LocalizedText? MaxRateDescription { get; }

    /// <summary>The values to choose from, low to high.</summary>
    public IReadOnlyList<Choice> Values { get; }

    private List<Choice> Generate()
    {
        var values = new List<Choice>();
        for (var value = RateMin; value <= RateMax && values.Count < 100; value = Math.Round(value + RateStep, 10))
        {
            values.Add(new Choice(JsonValue.Create(value)));
        }

        return values;
    }
}
