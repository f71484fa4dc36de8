using System.Text.Json.Serialization;

namespace Tajriba.Organization.Governance.Conflicts;

/// <summary>Two who want something else, until somebody has settled it.</summary>
/// <param name="Body">Code of the body with which it lies now.</param>
/// <param name="What">What it is about.</param>
/// <param name="Parties">Who wants what.</param>
/// <param name="Owner">Id of the person who has to bring it to an end; null where nobody does.</param>
/// <param name="RaisedOn">Since when it is known.</param>
/// <param name="DueOn">Until when it has to be settled where it lies.</param>
public sealed record Conflict(string Body, string What, string Parties, long? Owner, DateOnly RaisedOn, DateOnly DueOn)
{
    /// <summary>Where it lay before, the first first.</summary>
    public IReadOnlyList<Escalation> Escalations { get; init; } = [];

    /// <summary>How it was settled; empty while it is not.</summary>
    public string Settlement { get; init; } = "";

    public DateOnly? SettledOn { get; init; }

    [JsonIgnore]
    public bool IsOpen => SettledOn is null;

    /// <summary>Whether it should have been settled.</summary>
    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

    /// <param name="From">Code of the body that could not settle it.</param>
    /// <param name="On">When it was handed on.</param>
    public sealed record Escalation(string From, DateOnly On);
}
