namespace Tajriba.Experience.Feedback.Problems.Look;

/// <summary>Texts of the pages of problems.</summary>
public sealed class ProblemTexts;
