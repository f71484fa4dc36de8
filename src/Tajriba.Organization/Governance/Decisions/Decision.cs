using System.Text.Json.Serialization;

namespace Tajriba.Organization.Governance.Decisions;

/// <summary>A question that a body answers, with all that belongs to it.</summary>
/// <param name="Body">Code of the body that decides.</param>
/// <param name="Question">What is to be decided.</param>
/// <param name="Options">What could be done.</param>
/// <param name="Owner">Id of the person who sees to it; null where nobody does.</param>
/// <param name="DueOn">Until when it has to be decided; null where that is open.</param>
public sealed record Decision(string Body, string Question, IReadOnlyList<string> Options, long? Owner, DateOnly? DueOn)
{
    /// <summary>Most pages that can be named as evidence.</summary>
    public const int MostEvidence = 20;

    public DecisionState State { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What was decided.</summary>
    public string Chosen { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    public DateOnly? DecidedOn { get; init; }

    /// <summary>When it is looked at again.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>By what its effect is seen; null where nothing was named.</summary>
    public FollowedEffect? Effect { get; init; }

    /// <summary>What the review said.</summary>
    public string Review { get; init; } = "";

    public DateOnly? ReviewedOn { get; init; }

    /// <summary>The next day on which somebody has to do something, or null.</summary>
    [JsonIgnore]
    public DateOnly? Next => State switch { DecisionState.Open => DueOn, DecisionState.Decided => ReviewOn, _ => null };

    /// <summary>Whether that day is over.</summary>
    public bool IsLate(DateOnly today) => Next < today;
}
