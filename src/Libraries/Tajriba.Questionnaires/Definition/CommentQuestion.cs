namespace Tajriba.Questionnaires;

/// <summary>Several lines of text.</summary>
public sealed class CommentQuestion : Question
{
    internal CommentQuestion(Reader reader)
        : base(reader, ElementKind.Comment)
    {
        Placeholder = reader.Text("placeholder", "placeHolder");
        MaxLength = reader.Integer("maxLength", -1, -1);
        Rows = reader.Integer("rows", 4, 1, 200);
    }

    /// <summary>Hint in the empty field.</summary>
    public LocalizedText? Placeholder { get; }

    /// <summary>Most characters; −1 as the questionnaire says, 0 without limit.</summary>
    public int MaxLength { get; }

    /// <summary>Lines shown.</summary>
    public int Rows { get; }
}
