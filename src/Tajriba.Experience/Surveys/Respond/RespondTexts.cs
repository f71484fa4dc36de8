namespace Tajriba.Experience.Surveys.Respond;

/// <summary>What the pages for respondents say themselves.</summary>
internal sealed class RespondTexts;
