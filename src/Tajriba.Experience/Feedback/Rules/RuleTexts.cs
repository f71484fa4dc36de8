namespace Tajriba.Experience.Feedback.Rules;

/// <summary>Texts of the pages of rules and handlers.</summary>
public sealed class RuleTexts;
