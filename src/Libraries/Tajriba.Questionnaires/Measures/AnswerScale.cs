using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>The numbers behind a question's answers: the values where all are numbers, else their places from 1.</summary>
internal sealed class AnswerScale
{
    private readonly Func<JsonNode?, double?> read;

    private AnswerScale(double min, double max, Func<JsonNode?, double?> read) => (Min, Max, this.read) = (min, max, read);

    public double Min { get; }

    public double Max { get; }

    /// <summary>The scale of a question, or null where its answers have no order.</summary>
    public static AnswerScale? Of(Question question) => question switch
    {
        RatingQuestion rating => OfChoices(rating.Values),
        MatrixQuestion { IsMultiple: false } matrix => OfChoices(matrix.Columns),
        ChoiceQuestion { IsMultiple: false } choice => OfChoices(choice.Choices),
        SliderQuestion { IsRange: false } slider => Between(slider.Min, slider.Max),
        BooleanQuestion => Between(0, 1),
        _ => null,
    };

    /// <summary>The number of an answer, or null where it is none of the scale.</summary>
    public double? Of(JsonNode? answer) => read(answer);

    private static AnswerScale? Between(double min, double max)
        => min < max ? new AnswerScale(min, max, answer => NumberOf(answer) is { } number && number >= min && number <= max ? number : null) : null;

    private static AnswerScale? OfChoices(IReadOnlyList<Choice> choices)
    {
        double?[] numbers = [.. choices.Select(choice => NumberOf(choice.Source))];
        if (Array.TrueForAll(numbers, number => number is not null))
        {
            return numbers.Min() is { } min && numbers.Max() is { } max && min < max
                ? new AnswerScale(min, max, answer => NumberOf(answer) is { } number && numbers.Contains(number) ? number : null)
                : null;
        }

        string[] keys = [.. choices.Select(choice => choice.Key)];
        return keys.Length > 1 ? new AnswerScale(1, keys.Length, answer => Array.IndexOf(keys, answer?.ToString()) is >= 0 and var place ? place + 1 : null) : null;
    }

    private static double? NumberOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.Number or JsonValueKind.String when double.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };
}
