namespace Tajriba.Questionnaires;

/// <summary>A number, or a range of two, on a line.</summary>
public sealed class SliderQuestion : Question
{
    internal SliderQuestion(Reader reader)
        : base(reader, ElementKind.Slider)
    {
        IsRange = reader.String("sliderType") == "range";
        Min = reader.Number("min") ?? 0;
        Max = reader.Number("max") ?? 100;
        Step = reader.Number("step") ?? 1;
        MinValueExpression = reader.Expression("minValueExpression");
        MaxValueExpression = reader.Expression("maxValueExpression");
        Labels = Choice.ReadAll(reader, "customLabels");
    }

    /// <summary>Whether the answer is a pair of numbers.</summary>
    public bool IsRange { get; }

    /// <summary>Least value.</summary>
    public double Min { get; }

    /// <summary>Greatest value.</summary>
    public double Max { get; }

    /// <summary>Distance of two values.</summary>
    public double Step { get; }

    /// <summary>A formula for the least value.</summary>
    public Expression? MinValueExpression { get; }

    /// <summary>A formula for the greatest value.</summary>
    public Expression? MaxValueExpression { get; }

    /// <summary>Labels at values.</summary>
    public IReadOnlyList<Choice> Labels { get; }
}
