namespace Tajriba.Experience.Surveys.Manage;

/// <summary>What the pages about surveys say.</summary>
internal sealed class SurveyTexts;
