using System.Globalization;
using System.Text.Json.Nodes;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Respond;

internal sealed partial class QuestionWriter
{
    private void WriteTextArea(ElementView view, string id, CommentQuestion question)
        => html.Raw("<textarea dir=\"auto\"").Attribute("id", id).Attribute("name", Fields.Answer(view.Key)).Attribute("rows", Math.Min(question.Rows, 8))
            .Attribute("maxlength", Longest(question.MaxLength, sheet.Run.Questionnaire.MaxCommentLength, 10_000)).Attribute("placeholder", Placeholder(question.Placeholder))
            .Attribute("aria-describedby", Described(view, id)).Flag("readonly", !view.Enabled).Raw(">").Text(Scalar(view.Value)).Raw("</textarea>");

    /// <summary>Numbers are typed as text: browsers refuse Persian and Arabic digits in fields for numbers.</summary>
    private void WriteInput(ElementView view, string id, TextQuestion question)
    {
        var name = Fields.Answer(view.Key);
        var (type, mode) = question.InputType switch
        {
            "number" or "range" => ("text", "decimal"),
            "date" or "datetime-local" or "time" or "month" or "week" or "color" => (question.InputType, null),
            "email" => ("email", "email"),
            "tel" => ("tel", "tel"),
            "url" => ("url", "url"),
            _ => ("text", (string?)null),
        };
        var value = mode == "decimal" ? sheet.Show.Digits(Scalar(view.Value)) : Scalar(view.Value);
        html.Raw("<input").Attribute("type", type).Attribute("inputmode", mode).Attribute("id", id).Attribute("name", name).Attribute("value", Typed(name, value))
            .Attribute("dir", mode == "decimal" ? null : type is "text" ? "auto" : "ltr").Attribute("class", mode is "decimal" || IsBrief(type) ? "short" : null)
            .Attribute("maxlength", Longest(question.MaxLength, sheet.Run.Questionnaire.MaxTextLength, 1_000)).Attribute("autocomplete", question.Autocomplete)
            .Attribute("placeholder", Placeholder(question.Placeholder)).Attribute("aria-describedby", Described(view, id)).Flag("readonly", !view.Enabled);
        if (sheet.FaultOf(view.Key) is not null)
        {
            html.Attribute("aria-invalid", "true");
        }

        if (question.DataList.Count == 0)
        {
            html.Raw(">");
            return;
        }

        html.Attribute("list", id + "-l").Raw("><datalist").Attribute("id", id + "-l").Raw(">");
        foreach (var item in question.DataList.Take(100))
        {
            html.Raw("<option").Attribute("value", item).Raw(">");
        }

        html.Raw("</datalist>");
    }

    private void WriteNumber(ElementView view, string id, string name, string value, SliderQuestion question)
        => html.Raw("<input type=\"text\" inputmode=\"decimal\" class=\"short\"").Attribute("id", id).Attribute("name", name).Attribute("value", Typed(name, sheet.Show.Digits(value)))
            .Attribute("placeholder", sheet.Word("NumberBetween", Number(question.Min), Number(question.Max))).Attribute("aria-describedby", Described(view, id))
            .Flag("readonly", !view.Enabled).Raw(">");

    private void WriteRange(ElementView view, string id, SliderQuestion question)
    {
        var ends = view.Value as JsonArray;
        html.Raw("<div class=\"parts\">");
        string[] parts = ["From", "To"];
        for (var i = 0; i < parts.Length; i++)
        {
            var field = id + "-" + parts[i];
            html.Raw("<div><label class=\"sub\"").Attribute("for", field).Raw(">").Text(sheet.Word(parts[i])).Raw("</label>");
            WriteNumber(view, field, Fields.Part(view.Key, parts[i]), Scalar(ends?.ElementAtOrDefault(i)), question);
            html.Raw("</div>");
        }

        html.Raw("</div>");
    }

    /// <summary>Day, month and year of the Iranian calendar; the answer is kept by the other one, as every other is.</summary>
    private void WriteJalali(ElementView view, string id, TextQuestion question)
    {
        var (year, month, day) = ("", "", "");
        if (DateTime.TryParse(Scalar(view.Value), CultureInfo.InvariantCulture, out var moment) && DateOnly.FromDateTime(moment) is var date && date >= Jalali.First)
        {
            var parts = Jalali.Of(date);
            (year, month, day) = (Plain(parts.Year), Plain(parts.Month), Plain(parts.Day));
        }

        html.Raw("<div class=\"parts\">");
        WritePart("d", "Day", day, "2");
        var name = Fields.Part(view.Key, "m");
        month = Typed(name, month);
        html.Raw("<div><label class=\"sub\"").Attribute("for", id + "-m").Raw(">").Text(sheet.Word("Month")).Raw("</label><select").Attribute("id", id + "-m").Attribute("name", name)
            .Flag("disabled", !view.Enabled).Raw("><option value=\"\"></option>");
        for (var m = 1; m <= 12; m++)
        {
            html.Raw("<option").Attribute("value", m).Flag("selected", month == Plain(m)).Raw(">").Text(MonthName(m)).Raw("</option>");
        }

        html.Raw("</select></div>");
        WritePart("y", "Year", year, "4");
        if (question.InputType != "date")
        {
            var time = Scalar(view.Value) is { Length: >= 16 } text ? text[11..16] : "";
            html.Raw("<div><label class=\"sub\"").Attribute("for", id + "-t").Raw(">").Text(sheet.Word("Time")).Raw("</label><input type=\"time\"").Attribute("id", id + "-t")
                .Attribute("name", Fields.Part(view.Key, "t")).Attribute("value", Typed(Fields.Part(view.Key, "t"), time)).Raw("></div>");
        }

        html.Raw("</div>");

        void WritePart(string part, string word, string value, string length)
        {
            var field = Fields.Part(view.Key, part);
            html.Raw("<div><label class=\"sub\"").Attribute("for", id + "-" + part).Raw(">").Text(sheet.Word(word)).Raw("</label><input type=\"text\" inputmode=\"numeric\" class=\"brief\"")
                .Attribute("maxlength", length).Attribute("id", id + "-" + part).Attribute("name", field).Attribute("value", Typed(field, sheet.Show.Digits(value))).Flag("readonly", !view.Enabled).Raw("></div>");
        }
    }

    /// <summary>Lines or panels, each with fields of its own, and buttons that add and take away where that is allowed.</summary>
    private void WriteEntries(ElementView view, string id)
    {
        var (adds, removes, least, most) = view.Element switch
        {
            GridQuestion { Kind: ElementKind.MatrixDynamic } grid => (grid.AllowAdd, grid.AllowRemove, grid.MinRowCount, grid.MaxRowCount),
            DynamicPanelQuestion panel => (panel.AllowAdd, panel.AllowRemove, panel.MinPanelCount, panel.MaxPanelCount),
            _ => (false, false, 0, 0),
        };
        var groups = view.Groups;
        for (var i = 0; i < groups.Count; i++)
        {
            var title = groups[i].Title.Length > 0 ? groups[i].Title : sheet.Word("Entry", sheet.Show.Count(i + 1));
            html.Raw("<fieldset class=\"entry\"><legend dir=\"auto\">").Text(title).Raw("</legend>");
            WriteAll(groups[i].Elements);
            if (removes && groups.Count > least)
            {
                WriteButton($"remove:{Plain(i)}:{view.Key}", sheet.Word("RemoveOne"), title);
            }

            html.Raw("</fieldset>");
        }

        if (adds && groups.Count < most)
        {
            WriteButton("add:" + view.Key, sheet.Word("AddOne"), view.Title);
        }
    }

    private void WriteButton(string go, string text, string about)
        => html.Raw("<button class=\"small\" formnovalidate").Attribute("name", Fields.Go).Attribute("value", go).Raw(">").Text(text).Raw("<span class=\"hidden\"> ").Text(about).Raw("</span></button>");

    /// <summary>What is left of the empty field's text; a space, so that style sheets know a field in which nothing is typed yet.</summary>
    private string Placeholder(LocalizedText? text) => sheet.Run.Text(text) is { Length: > 0 } own ? own : " ";

    private static bool IsBrief(string type) => type is "date" or "time" or "month" or "week" or "color";

    private string Number(double number) => sheet.Show.Digits(number.ToString(CultureInfo.InvariantCulture));

    private string MonthName(int month) => sheet.Show.MonthName(month);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Longest(int own, int common, int otherwise) => Plain(own > 0 ? own : own < 0 && common > 0 ? common : otherwise);
}
