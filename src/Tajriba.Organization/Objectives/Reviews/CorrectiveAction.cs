using System.Text.Json.Serialization;

namespace Tajriba.Organization.Objectives.Reviews;

/// <summary>What somebody does so that an objective is reached after all. It stands on every review until it is done.</summary>
/// <param name="Objective">Code of the objective.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Owner">Id of the person who does it.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="Review">Code of the review that said so, or null.</param>
public sealed record CorrectiveAction(string Objective, string What, long Owner, DateOnly DueOn, string? Review)
{
    /// <summary>When it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; init; }

    [JsonIgnore]
    public bool IsOpen => DoneOn is null;

    /// <summary>Whether it should have been done.</summary>
    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;
}
