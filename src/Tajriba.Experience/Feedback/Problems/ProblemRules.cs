namespace Tajriba.Experience.Feedback.Problems;

/// <summary>When causes become problems, and when problems come back.</summary>
public sealed record ProblemRules
{
    /// <summary>So many resolved cases with one cause make a problem.</summary>
    public int Cases { get; init; } = 3;

    /// <summary>Within so many days.</summary>
    public int Days { get; init; } = 30;

    /// <summary>So many cases that were opened after a fix was confirmed bring it back.</summary>
    public int Again { get; init; } = 1;

    /// <summary>The member that cannot be, or null.</summary>
    public string? Fault() => Cases is < 2 or > 1_000 ? "cases" : Days is < 1 or > 3_650 ? "days" : Again is < 1 or > 1_000 ? "again" : null;
}
