namespace Tajriba.Questionnaires;

/// <summary>One or several of a list: checkbox, dropdown, imagepicker, radiogroup, ranking, tagbox.</summary>
public sealed class ChoiceQuestion : Question
{
    internal ChoiceQuestion(Reader reader, ElementKind kind, IReadOnlyList<Choice>? otherwise = null)
        : base(reader, kind)
    {
        Choices = Choice.ReadAll(reader, "choices");
        if (Choices.Count == 0 && otherwise is not null)
        {
            Choices = otherwise;
        }

        HasConditions = Choices.Any(choice => choice.VisibleIf is not null || choice.EnableIf is not null);
        IsMultiple = kind is ElementKind.Checkbox or ElementKind.TagBox or ElementKind.Ranking
            || (kind == ElementKind.ImagePicker && reader.Bool("multiSelect"));
        var special = kind is not (ElementKind.Ranking or ElementKind.ImagePicker);
        ShowOther = special && reader.Bool("showOtherItem", former: "hasOther");
        ShowNone = special && reader.Bool("showNoneItem", former: "hasNone");
        ShowRefuse = special && reader.Bool("showRefuseItem");
        ShowDontKnow = special && reader.Bool("showDontKnowItem");
        ShowSelectAll = kind is ElementKind.Checkbox or ElementKind.TagBox && reader.Bool("showSelectAllItem", former: "hasSelectAll");
        OtherText = reader.Text("otherText");
        NoneText = reader.Text("noneText");
        RefuseText = reader.Text("refuseText");
        DontKnowText = reader.Text("dontKnowText");
        SelectAllText = reader.Text("selectAllText");
        OtherPlaceholder = reader.Text("otherPlaceholder", "otherPlaceHolder");
        OtherErrorText = reader.Text("otherErrorText");
        Placeholder = reader.Text("placeholder", "optionsCaption");
        ChoicesVisibleIf = reader.Expression("choicesVisibleIf");
        ChoicesEnableIf = reader.Expression("choicesEnableIf");
        ChoicesFromQuestion = reader.String("choicesFromQuestion");
        ChoicesFromMode = reader.String("choicesFromQuestionMode") is { Length: > 0 } mode ? mode : "all";
        ChoiceValuesFrom = reader.String("choiceValuesFromQuestion");
        ChoiceTextsFrom = reader.String("choiceTextsFromQuestion");
        Order = reader.Word("choicesOrder", ChoicesOrder.None);
        HideIfEmpty = reader.Bool("hideIfChoicesEmpty");
        StoreOthersAsComment = reader.Node("storeOthersAsComment")?.ToString() switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };
        MinSelected = reader.Integer("minSelectedChoices", 0);
        MaxSelected = reader.Integer("maxSelectedChoices", 0);
        ChoicesMin = reader.Integer("choicesMin", 0, int.MinValue);
        ChoicesMax = reader.Integer("choicesMax", 0, int.MinValue);
        ChoicesStep = reader.Integer("choicesStep", 1, 1);
        ColumnCount = reader.Integer("colCount", 1, -1, 100);
        if (ChoicesMax > ChoicesMin && (ChoicesMax - (long)ChoicesMin) / ChoicesStep > DefinitionLimits.Choices)
        {
            reader.Fault("choicesMax", DefinitionFaultCode.TooMany, "1000");
            ChoicesMax = ChoicesMin;
        }

        SelectToRank = kind == ElementKind.Ranking && reader.Bool("selectToRankEnabled");
        ValuePropertyName = kind == ElementKind.Checkbox ? reader.String("valuePropertyName") : null;
        AllowCustomChoices = kind is ElementKind.Dropdown or ElementKind.TagBox && reader.Bool("allowCustomChoices");
    }

    /// <summary>The choices as written; those to be shown are in the run's view.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    /// <summary>Whether the answer is an array.</summary>
    public bool IsMultiple { get; }

    /// <summary>A choice <c>other</c> with a text of one's own.</summary>
    public bool ShowOther { get; }

    /// <summary>A choice <c>none</c>.</summary>
    public bool ShowNone { get; }

    /// <summary>A choice <c>refused</c>.</summary>
    public bool ShowRefuse { get; }

    /// <summary>A choice <c>dontknow</c>.</summary>
    public bool ShowDontKnow { get; }

    /// <summary>A choice that takes all.</summary>
    public bool ShowSelectAll { get; }

    /// <summary>Words for <c>other</c>.</summary>
    public LocalizedText? OtherText { get; }

    /// <summary>Words for <c>none</c>.</summary>
    public LocalizedText? NoneText { get; }

    /// <summary>Words for <c>refused</c>.</summary>
    public LocalizedText? RefuseText { get; }

    /// <summary>Words for <c>dontknow</c>.</summary>
    public LocalizedText? DontKnowText { get; }

    /// <summary>Words for taking all.</summary>
    public LocalizedText? SelectAllText { get; }

    /// <summary>Hint in the text of <c>other</c>.</summary>
    public LocalizedText? OtherPlaceholder { get; }

    /// <summary>Words for <c>other</c> without its text.</summary>
    public LocalizedText? OtherErrorText { get; }

    /// <summary>Hint where nothing is chosen.</summary>
    public LocalizedText? Placeholder { get; }

    /// <summary>Condition on <c>{item}</c> for a choice to be shown.</summary>
    public Expression? ChoicesVisibleIf { get; }

    /// <summary>Condition on <c>{item}</c> for a choice to be enabled.</summary>
    public Expression? ChoicesEnableIf { get; }

    /// <summary>The question whose choices or answers are the choices here.</summary>
    public string? ChoicesFromQuestion { get; }

    /// <summary>Order in which choices are shown.</summary>
    public ChoicesOrder Order { get; }

    /// <summary>Least choices to take; 0 without limit.</summary>
    public int MinSelected { get; }

    /// <summary>Most choices to take; 0 without limit.</summary>
    public int MaxSelected { get; }

    /// <summary>Columns the choices are laid in; 0 for one line.</summary>
    public int ColumnCount { get; }

    /// <summary>Ranking: whether only those drawn up are ranked.</summary>
    public bool SelectToRank { get; }

    /// <summary>Whether values outside the list are allowed.</summary>
    public bool AllowCustomChoices { get; }

    internal bool HasConditions { get; }

    internal string ChoicesFromMode { get; }

    internal string? ChoiceValuesFrom { get; }

    internal string? ChoiceTextsFrom { get; }

    internal bool HideIfEmpty { get; }

    internal bool? StoreOthersAsComment { get; }

    internal int ChoicesMin { get; }

    internal int ChoicesMax { get; }

    internal int ChoicesStep { get; }

    internal string? ValuePropertyName { get; }
}
