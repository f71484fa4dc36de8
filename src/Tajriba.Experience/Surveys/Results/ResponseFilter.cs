using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Which answers are looked at.</summary>
public sealed record ResponseFilter
{
    /// <summary>Only answers without any flag.</summary>
    public const string Sound = "sound";

    public required string SurveyKey { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Units whose answers the reader may see, narrowed to those asked for.</summary>
    public UnitScope Units { get; init; } = UnitScope.Everything;

    public string? Language { get; init; }

    /// <summary><see cref="Sound"/>, or one of <see cref="Quality.QualityFlag"/>: only answers with it. All where null.</summary>
    public string? Quality { get; init; }

    /// <summary>Only answers to a question with a value, for the rows behind a number.</summary>
    public (string Question, string Value)? Answer { get; init; }
}
