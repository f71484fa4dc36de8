using System.Text.Json.Nodes;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>One answer as the log tells it, from whatever source.</summary>
public sealed record SurveyResponse
{
    /// <summary>Place of its event in the log.</summary>
    public required long Position { get; init; }

    public required string SurveyKey { get; init; }

    public int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    public string? Unit { get; init; }

    public string? Channel { get; init; }

    public string? Language { get; init; }

    public string? Mode { get; init; }

    public double? Seconds { get; init; }

    public required JsonObject Answers { get; init; }

    public required JsonObject Scores { get; init; }

    /// <summary>Codes of <see cref="Quality.QualityFlag"/>, or of whoever told it.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    public string? Context { get; init; }

    public bool IsTest { get; init; }
}
