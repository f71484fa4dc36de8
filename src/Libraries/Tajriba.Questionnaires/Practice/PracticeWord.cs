namespace Tajriba.Questionnaires;

/// <summary>A word, or several in a row.</summary>
/// <param name="Written">As people write it.</param>
/// <param name="Folded">As it is looked for, see <see cref="FoldedText"/>.</param>
internal sealed record PracticeWord(string Written, string Folded);
