namespace Tajriba.Experience.Surveys;

/// <summary>A definition as it was published; never changed.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Body">SurveyJS JSON, as it was saved.</param>
/// <param name="PublishedAt">When.</param>
/// <param name="PublishedBy">Who.</param>
public sealed record SurveyVersion(int Number, string Body, DateTimeOffset PublishedAt, string PublishedBy);
