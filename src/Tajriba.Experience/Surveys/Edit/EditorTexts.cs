namespace Tajriba.Experience.Surveys.Edit;

/// <summary>What the editor element says; it takes all of them along in its page.</summary>
internal sealed class EditorTexts;
