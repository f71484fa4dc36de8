using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Tajriba.Experience.Surveys.Edit;

/// <summary>What somebody who tries a draft out sees next.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PreviewRequest
{
    public required JsonElement Definition { get; init; }

    public required string Language { get; init; }

    /// <summary>Page to begin at, from 0.</summary>
    public int Page { get; init; }

    /// <summary>What was answered so far.</summary>
    public JsonObject? Answers { get; init; }

    /// <summary>Names and values of the form that was sent, if one was.</summary>
    public IReadOnlyList<string[]> Fields { get; init; } = [];
}
