namespace Tajriba.Experience.Surveys.Edit;

/// <summary>What is said of faults and bad practice in definitions.</summary>
internal sealed class CheckTexts;
