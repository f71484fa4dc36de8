using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Which questions hang on others of the same page.</summary>
internal static class Dependence
{
    /// <summary>Whether anything there may change while the page is answered.</summary>
    public static bool IsWithin(IReadOnlyList<Element> elements)
        => elements.Any(e => e.VisibleIf is not null || e.EnableIf is not null || e is ExpressionQuestion or ChoiceQuestion { ChoicesVisibleIf: not null } || (e is PanelElement panel && IsWithin(panel.Elements)));

    /// <summary>Keys of the questions that are to be answered on a page now.</summary>
    public static IEnumerable<string> Questions(PageView page) => page.Elements.SelectMany(Questions);

    private static IEnumerable<string> Questions(ElementView view)
        => !view.Visible ? []
            : view.Elements.Concat(view.Groups.SelectMany(g => g.Elements)).SelectMany(Questions).Concat(view.Element is Question and not ExpressionQuestion ? [view.Key] : []);
}
