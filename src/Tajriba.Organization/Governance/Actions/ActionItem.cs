using System.Text.Json.Serialization;

namespace Tajriba.Organization.Governance.Actions;

/// <summary>Something that somebody has to do because a body said so. It stands on every agenda until it is done.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="What">What has to be done.</param>
/// <param name="Owner">Id of the person who does it.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="Meeting">Code of the meeting that said so, or null.</param>
public sealed record ActionItem(string Body, string What, long Owner, DateOnly DueOn, string? Meeting)
{
    /// <summary>When it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; init; }

    [JsonIgnore]
    public bool IsOpen => DoneOn is null;

    /// <summary>Whether it should have been done.</summary>
    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;
}
