using System.Text.Json.Nodes;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>What somebody has answered so far.</summary>
internal sealed record Draft
{
    /// <summary>0 while it was never kept.</summary>
    public long Id { get; init; }

    /// <summary>Hash of the token by which its owner comes back.</summary>
    public required string Owner { get; init; }

    public required long SurveyId { get; init; }

    public required int Version { get; init; }

    public string? CustomerId { get; init; }

    public string? Language { get; init; }

    public required JsonObject Answers { get; init; }

    /// <summary>The page to be shown next, from 0, among all pages of the definition.</summary>
    public int Page { get; init; }

    /// <summary>How often something was posted; an answer that came with an address is none.</summary>
    public int Posts { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Thanks that repeat what was answered, as clean HTML; null where they are the same for all.</summary>
    public string? Thanks { get; init; }
}
