namespace Tajriba.Experience.Surveys.Respond;

/// <summary>One thing wrong on a page, in the reader's words.</summary>
/// <param name="Key">Key of the question.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record PageFault(string Key, string Text);
