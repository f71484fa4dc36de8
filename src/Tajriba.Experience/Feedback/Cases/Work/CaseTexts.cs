namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>Texts of the pages of cases.</summary>
public sealed class CaseTexts;
