using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>A panel that is answered as often as there is something to say; the answer is an array of objects.</summary>
public sealed class DynamicPanelQuestion : Question
{
    internal DynamicPanelQuestion(Reader reader, int nesting)
        : base(reader, ElementKind.PanelDynamic)
    {
        Template = ReadAll(reader, "templateElements", nesting + 1);
        TemplateTitle = reader.Text("templateTitle");
        TemplateDescription = reader.Text("templateDescription");
        TemplateVisibleIf = reader.Expression("templateVisibleIf");
        PanelCount = reader.Integer("panelCount", 0, 0, DefinitionLimits.Entries);
        PanelCountExpression = reader.Expression("panelCountExpression");
        MinPanelCount = reader.Integer("minPanelCount", 0, 0, DefinitionLimits.Entries);
        MaxPanelCount = reader.Integer("maxPanelCount", 100, 1, DefinitionLimits.Entries);
        AllowAdd = reader.Bool("allowAddPanel", true);
        AllowRemove = reader.Bool("allowRemovePanel", true);
        KeyName = reader.String("keyName");
        KeyDuplicationError = reader.Text("keyDuplicationError");
        DefaultPanel = reader.Node("defaultPanelValue");
        CopyLast = reader.Bool("copyDefaultValueFromLastEntry", former: "defaultValueFromLastPanel");
        AddText = reader.Text("addPanelText", "panelAddText");
        RemoveText = reader.Text("removePanelText", "panelRemoveText");
        NoEntriesText = reader.Text("noEntriesText");
    }

    /// <summary>The elements of one panel.</summary>
    public IReadOnlyList<Element> Template { get; }

    /// <summary>Title of one panel, with <c>{panelIndex}</c> and <c>{panel.name}</c>.</summary>
    public LocalizedText? TemplateTitle { get; }

    /// <summary>A line beneath it.</summary>
    public LocalizedText? TemplateDescription { get; }

    /// <summary>Condition for a panel to be visible.</summary>
    public Expression? TemplateVisibleIf { get; }

    /// <summary>Panels to start with.</summary>
    public int PanelCount { get; }

    /// <summary>A formula for the number of panels.</summary>
    public Expression? PanelCountExpression { get; }

    /// <summary>Least panels.</summary>
    public int MinPanelCount { get; }

    /// <summary>Most panels.</summary>
    public int MaxPanelCount { get; }

    /// <summary>Whether one may add panels.</summary>
    public bool AllowAdd { get; }

    /// <summary>Whether one may take panels away.</summary>
    public bool AllowRemove { get; }

    /// <summary>The question whose answers must differ from panel to panel.</summary>
    public string? KeyName { get; }

    /// <summary>Words for answers that do not differ, if not the usual ones.</summary>
    public LocalizedText? KeyDuplicationError { get; }

    /// <summary>Words on the button that adds.</summary>
    public LocalizedText? AddText { get; }

    /// <summary>Words on the button that takes away.</summary>
    public LocalizedText? RemoveText { get; }

    /// <summary>Words where there is no panel yet.</summary>
    public LocalizedText? NoEntriesText { get; }

    internal JsonNode? DefaultPanel { get; }

    internal bool CopyLast { get; }
}
