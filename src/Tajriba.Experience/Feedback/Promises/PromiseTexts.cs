namespace Tajriba.Experience.Feedback.Promises;

/// <summary>Texts of the pages on which promises are set.</summary>
public sealed class PromiseTexts;
