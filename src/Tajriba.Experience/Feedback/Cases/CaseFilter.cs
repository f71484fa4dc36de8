using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Which cases are meant.</summary>
/// <param name="Scope">The units that may be seen.</param>
public sealed record CaseFilter(UnitScope Scope)
{
    /// <summary>True for those that are not done yet, false for the others.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Id of the person who has them.</summary>
    public long? Handler { get; init; }

    /// <summary>Only those that nobody has.</summary>
    public bool IsUnassigned { get; init; }

    /// <summary>Only those with a promise that was due before.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    public CasePriority? Priority { get; init; }

    public CaseState? State { get; init; }

    /// <summary>Code of a unit.</summary>
    public string? Unit { get; init; }

    public string? Channel { get; init; }

    /// <summary>The customer's language, an ISO 639 code.</summary>
    public string? Language { get; init; }

    /// <summary>Id of the customer.</summary>
    public string? Customer { get; init; }

    /// <summary>Words that were said or written in it, or the id of its customer; null for whatever.</summary>
    public string? Search { get; init; }

    /// <summary>True for the last opened first, false for the next due first.</summary>
    public bool IsNewestFirst { get; init; }
}
