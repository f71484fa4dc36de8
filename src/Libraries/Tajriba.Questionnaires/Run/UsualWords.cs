namespace Tajriba.Questionnaires;

/// <summary>Words for answers that a definition need not word itself, where texts quote them: the room gives them in the reader's language.</summary>
/// <param name="Yes">A boolean that is true.</param>
/// <param name="No">A boolean that is false.</param>
/// <param name="Other">A choice of one's own.</param>
/// <param name="None">None of the choices.</param>
/// <param name="Refuse">No wish to answer.</param>
/// <param name="DontKnow">No knowledge.</param>
public sealed record UsualWords(
    string Yes = "Yes",
    string No = "No",
    string Other = "Other (describe)",
    string None = "None",
    string Refuse = "Refuse to answer",
    string DontKnow = "Don't know");
