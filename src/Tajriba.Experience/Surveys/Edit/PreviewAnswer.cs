using System.Text.Json.Nodes;

namespace Tajriba.Experience.Surveys.Edit;

/// <summary>A page as a respondent would see it.</summary>
/// <param name="Html">The whole page.</param>
/// <param name="Answers">What is answered by now; goes along with the next request.</param>
internal sealed record PreviewAnswer(string Html, JsonObject Answers);
