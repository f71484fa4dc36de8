using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>An element that has an answer.</summary>
public abstract class Question : Element
{
    private protected Question(Reader reader, ElementKind kind)
        : base(reader, kind)
    {
        ValueName = reader.String("valueName") is { Length: > 0 } valueName ? valueName : Name;
        Default = reader.Node("defaultValue");
        DefaultValueExpression = reader.Expression("defaultValueExpression");
        SetValueIf = reader.Expression("setValueIf");
        SetValueExpression = reader.Expression("setValueExpression");
        ResetValueIf = reader.Expression("resetValueIf");
        ClearIfInvisible = reader.Word("clearIfInvisible", ClearInvisible.Default);
        ShowCommentArea = reader.Bool("showCommentArea", former: "hasComment");
        CommentText = reader.Text("commentText");
        CommentPlaceholder = reader.Text("commentPlaceholder", "commentPlaceHolder");
        DisplayValuesInTexts = reader.Bool("useDisplayValuesInDynamicTexts", true, "useDisplayValuesInTitle");
        Validators = AnswerValidator.ReadAll(reader);
        Measure = reader.Word<Measure>("measure");
        Attribute = reader.String("attribute");
        Pair = reader.Word<MeasurePair>("pair");
        Weight = reader.Number("weight") ?? 1;
        if (Weight <= 0)
        {
            reader.Fault("weight", DefinitionFaultCode.OutOfRange, reader.String("weight")!, ">0", "");
            Weight = 1;
        }
    }

    /// <summary>The key of the answer: the name unless <c>valueName</c> gives another.</summary>
    public string ValueName { get; }

    /// <summary>The answer to start with, as a copy.</summary>
    public JsonNode? DefaultValue => Default?.DeepClone();

    /// <summary>A formula for the answer to start with.</summary>
    public Expression? DefaultValueExpression { get; }

    /// <summary>When the answer is set by <see cref="SetValueExpression"/>.</summary>
    public Expression? SetValueIf { get; }

    /// <summary>What the answer is set to.</summary>
    public Expression? SetValueExpression { get; }

    /// <summary>When the answer goes back to its default.</summary>
    public Expression? ResetValueIf { get; }

    /// <summary>When the answer is dropped of a question that is not visible.</summary>
    public ClearInvisible ClearIfInvisible { get; }

    /// <summary>Whether a comment is asked beside the answer, kept under <c>name-Comment</c>.</summary>
    public bool ShowCommentArea { get; }

    /// <summary>Title of the comment.</summary>
    public LocalizedText? CommentText { get; }

    /// <summary>Hint in the empty comment.</summary>
    public LocalizedText? CommentPlaceholder { get; }

    /// <summary>Checks on the answer, in order.</summary>
    public IReadOnlyList<AnswerValidator> Validators { get; }

    /// <summary>What it measures, if anything.</summary>
    public Measure? Measure { get; }

    /// <summary>The service attribute measured, such as <c>speed</c>; on a matrix the rows are the attributes.</summary>
    public string? Attribute { get; }

    /// <summary>Which half of a Kano or SERVQUAL pair this is.</summary>
    public MeasurePair? Pair { get; }

    /// <summary>Weight in the satisfaction index; positive, 1 by default.</summary>
    public double Weight { get; }

    internal JsonNode? Default { get; }

    internal bool DisplayValuesInTexts { get; }
}
