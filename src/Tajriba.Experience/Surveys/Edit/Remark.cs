namespace Tajriba.Experience.Surveys.Edit;

/// <summary>Something said of a definition.</summary>
/// <param name="Path">Where, as a JSON path.</param>
/// <param name="Code">What, as the library names it.</param>
/// <param name="Text">The same for the reader.</param>
internal sealed record Remark(string Path, string Code, string Text);
