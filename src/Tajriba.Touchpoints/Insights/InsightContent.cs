namespace Tajriba.Touchpoints.Insights;

/// <summary>What an insight says, and on what it rests.</summary>
/// <param name="Claim">One sentence, up to <see cref="LongestClaim"/> UTF-16 units.</param>
/// <param name="Confidence">How sure its tellers are.</param>
/// <param name="ReviewOn">The day on which somebody looks whether it still holds.</param>
public sealed record InsightContent(string Claim, Confidence Confidence, DateOnly ReviewOn)
{
    public const int LongestClaim = 300;
    public const int LongestText = 5_000;
    public const int MostEvidence = 30;
    public const int MostTags = 12;
    public const int LongestTag = 60;

    /// <summary>What there is to say besides.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Live views and quotes.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Words under which it is found.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The step of the journey that it is about.</summary>
    public string? Step { get; init; }

    /// <summary>Code of the unit that it is about; null for the organization.</summary>
    public string? Unit { get; init; }

    /// <summary>Id of the person who reviews it.</summary>
    public long? Owner { get; init; }
}
