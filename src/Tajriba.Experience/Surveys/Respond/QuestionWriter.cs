using System.Text.Json.Nodes;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Writes questions as HTML that works without scripts: groups have a legend, fields a label, faults stand beside them and are linked to.</summary>
internal sealed partial class QuestionWriter(Markup html, Sheet sheet)
{
    public void WriteAll(IReadOnlyList<ElementView> views)
    {
        foreach (var view in views)
        {
            if (view.Visible)
            {
                Write(view);
            }
        }
    }

    private void Write(ElementView view)
    {
        switch (view.Element)
        {
            case PanelElement:
                WritePanel(view);
                break;
            case HtmlElement element:
                html.Raw("<div class=\"prose\" dir=\"auto\">").Raw(SafeHtml.Clean(sheet.Run.Html(element.Html))).Raw("</div>");
                break;
            case ImageElement element:
                WriteImage(element);
                break;
            case ExpressionQuestion question:
                WriteOutput(view, question);
                break;
            case CommentQuestion question:
                WriteField(view, id => WriteTextArea(view, id, question));
                break;
            case TextQuestion { InputType: "date" or "datetime-local" } question when sheet.IsJalali:
                WriteGroup(view, id => WriteJalali(view, id, question));
                break;
            case TextQuestion question:
                WriteField(view, id => WriteInput(view, id, question));
                break;
            case SliderQuestion { IsRange: false } question:
                WriteField(view, id => WriteNumber(view, id, Fields.Answer(view.Key), Scalar(view.Value), question));
                break;
            case ChoiceQuestion { Kind: ElementKind.Dropdown } question:
                WriteField(view, id => WriteSelect(view, id, question));
                break;
            default:
                WriteGroup(view, id => WriteParts(view, id));
                break;
        }
    }

    private void WriteParts(ElementView view, string id)
    {
        switch (view.Element)
        {
            case BooleanQuestion question:
                WriteBoolean(view, question);
                break;
            case RatingQuestion question:
                WriteScale(view, question);
                break;
            case SliderQuestion question:
                WriteRange(view, id, question);
                break;
            case ChoiceQuestion { Kind: ElementKind.Ranking } question:
                WriteRanking(view, id, question);
                break;
            case ChoiceQuestion question:
                WriteChoices(view, question);
                break;
            case MatrixQuestion question:
                WriteMatrix(view, id, question);
                break;
            case MultipleTextQuestion:
                WriteAll(view.Elements);
                break;
            case GridQuestion or DynamicPanelQuestion:
                WriteEntries(view, id);
                break;
        }
    }

    private void WritePanel(ElementView view)
    {
        html.Raw("<section class=\"panel\">");
        if (view.Element.Title is not null)
        {
            html.Raw("<h2 dir=\"auto\">").Text(view.Title).Raw("</h2>");
        }

        if (view.Description.Length > 0)
        {
            html.Raw("<p class=\"hint\" dir=\"auto\">").Text(view.Description).Raw("</p>");
        }

        WriteAll(view.Elements);
        html.Raw("</section>");
    }

    /// <summary>Several fields that answer one question.</summary>
    private void WriteGroup(ElementView view, Action<string> parts)
    {
        var id = sheet.Id(view.Key);
        html.Raw("<fieldset class=\"q\" tabindex=\"-1\"").Attribute("id", id).Attribute("aria-describedby", Described(view, id)).Raw("><legend dir=\"auto\">");
        WriteTitle(view);
        html.Raw("</legend>");
        WriteNotes(view, id);
        parts(id);
        WriteComment(view, id);
        html.Raw("</fieldset>");
    }

    /// <summary>One field that answers a question.</summary>
    private void WriteField(ElementView view, Action<string> field)
    {
        var id = sheet.Id(view.Key);
        html.Raw("<div class=\"q\"><label dir=\"auto\"").Attribute("for", id).Raw(">");
        WriteTitle(view);
        html.Raw("</label>");
        WriteNotes(view, id);
        field(id);
        WriteComment(view, id);
        html.Raw("</div>");
    }

    private void WriteTitle(ElementView view)
    {
        html.Text(view.Element.Title is null && view.Element is RatingQuestion or MatrixQuestion && view.Title == view.Element.Name ? view.Element.Name : view.Title);
        if (view.Required)
        {
            html.Raw(" ").Element("span", sheet.Word("Required"), "required");
        }
    }

    private void WriteNotes(ElementView view, string id)
    {
        if (view.Description.Length > 0)
        {
            html.Raw("<p class=\"hint\" dir=\"auto\"").Attribute("id", id + "-h").Raw(">").Text(view.Description).Raw("</p>");
        }

        if (sheet.FaultOf(view.Key) is { } fault)
        {
            html.Raw("<p class=\"fault\" dir=\"auto\"").Attribute("id", id + "-f").Raw(">").Text(fault).Raw("</p>");
        }
    }

    private string? Described(ElementView view, string id)
    {
        var hint = view.Description.Length > 0 ? id + "-h" : null;
        var fault = sheet.FaultOf(view.Key) is null ? null : id + "-f";
        return hint is null ? fault : fault is null ? hint : hint + " " + fault;
    }

    private void WriteComment(ElementView view, string id)
    {
        if (view.Element is not Question { ShowCommentArea: true } question || view.Element is CommentQuestion)
        {
            return;
        }

        var title = sheet.Run.Text(question.CommentText);
        html.Raw("<label class=\"sub\"").Attribute("for", id + "-c").Raw(">").Text(title.Length > 0 ? title : sheet.Word("Comment")).Raw("</label><textarea rows=\"2\" maxlength=\"4000\" dir=\"auto\"")
            .Attribute("id", id + "-c").Attribute("name", Fields.Comment(view.Key)).Attribute("placeholder", Filled(sheet.Run.Text(question.CommentPlaceholder))).Raw(">").Text(view.Comment).Raw("</textarea>");
    }

    private void WriteImage(ImageElement element)
    {
        if (element.ContentMode is "auto" or "image" && SafeHtml.Picture(sheet.Run.Text(element.ImageLink)) is { } source)
        {
            html.Raw("<p class=\"picture\"><img").Attribute("src", source).Attribute("alt", sheet.Run.Text(element.AltText)).Raw("></p>");
        }
    }

    private void WriteOutput(ElementView view, ExpressionQuestion question)
    {
        var value = Scalar(view.Value);
        var text = question.Format is { } format ? sheet.Run.Text(format).Replace("{0}", value, StringComparison.Ordinal) : value;
        html.Raw("<p class=\"q output\" dir=\"auto\"><span>").Text(view.Title).Raw("</span> <output>").Text(sheet.Show.Digits(text)).Raw("</output></p>");
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static string Scalar(JsonNode? node) => node is JsonValue ? node.ToString() : "";

    private string Typed(string name, string otherwise) => sheet.Typed.GetValueOrDefault(name) ?? otherwise;
}
