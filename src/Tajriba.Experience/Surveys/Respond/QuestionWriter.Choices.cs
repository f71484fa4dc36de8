using System.Globalization;
using System.Text.Json.Nodes;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Respond;

internal sealed partial class QuestionWriter
{
    private void WriteBoolean(ElementView view, BooleanQuestion question)
    {
        var value = Scalar(view.Value);
        var name = Fields.Answer(view.Key);
        html.Raw("<div class=\"picks row\">");
        WritePick("radio", name, "true", Worded(question.LabelTrue, "Yes"), value.Length > 0 && value == question.ValueTrue.ToString(), view.Enabled);
        WritePick("radio", name, "false", Worded(question.LabelFalse, "No"), value.Length > 0 && value == question.ValueFalse.ToString(), view.Enabled);
        html.Raw("</div>");
    }

    /// <summary>A scale: its ends are told to those who cannot see where they stand.</summary>
    private void WriteScale(ElementView view, RatingQuestion question)
    {
        var name = Fields.Answer(view.Key);
        var value = Scalar(view.Value);
        var (low, high) = (sheet.Run.Text(question.MinRateDescription), sheet.Run.Text(question.MaxRateDescription));
        var choices = view.Choices;
        var worded = choices.Any(c => c.Text != c.Key);
        html.Raw("<div").Attribute("class", worded ? "picks" : choices.Count > 7 ? "scale long" : "scale").Raw(">");
        for (var i = 0; i < choices.Count; i++)
        {
            var end = i == 0 ? low : i == choices.Count - 1 ? high : "";
            WritePick("radio", name, choices[i].Key, sheet.TextOf(choices[i]), choices[i].Key == value, view.Enabled && choices[i].Enabled, end);
        }

        html.Raw("</div>");
        if (low.Length + high.Length > 0)
        {
            html.Raw("<div class=\"ends\" aria-hidden=\"true\"><span dir=\"auto\">").Text(low).Raw("</span><span dir=\"auto\">").Text(high).Raw("</span></div>");
        }
    }

    private void WriteChoices(ElementView view, ChoiceQuestion question)
    {
        var name = Fields.Answer(view.Key);
        var chosen = Chosen(view.Value);
        if (question.IsMultiple)
        {
            html.Element("p", sheet.Word("ChooseAny"), "hint");
        }

        html.Raw("<div").Attribute("class", question.ColumnCount == 0 ? "picks row" : "picks").Raw(">");
        foreach (var choice in view.Choices)
        {
            WritePick(question.IsMultiple ? "checkbox" : "radio", name, choice.Key, sheet.TextOf(choice), chosen.Contains(choice.Key), view.Enabled && choice.Enabled, "", Picture(choice));
        }

        html.Raw("</div>");
        WriteOther(view, question);
    }

    private void WriteSelect(ElementView view, string id, ChoiceQuestion question)
    {
        var value = Scalar(view.Value);
        var placeholder = sheet.Run.Text(question.Placeholder);
        html.Raw("<select").Attribute("id", id).Attribute("name", Fields.Answer(view.Key)).Attribute("aria-describedby", Described(view, id)).Flag("disabled", !view.Enabled)
            .Raw("><option value=\"\">").Text(placeholder.Length > 0 ? placeholder : sheet.Word("Choose")).Raw("</option>");
        foreach (var choice in view.Choices)
        {
            html.Raw("<option").Attribute("value", choice.Key).Flag("selected", choice.Key == value).Flag("disabled", !choice.Enabled).Raw(">").Text(sheet.TextOf(choice)).Raw("</option>");
        }

        html.Raw("</select>");
        WriteOther(view, question);
    }

    /// <summary>Room for one's own words, where "other" may be chosen; kept only with it.</summary>
    private void WriteOther(ElementView view, ChoiceQuestion question)
    {
        if (!question.ShowOther || question.ShowCommentArea)
        {
            return;
        }

        var id = sheet.Id(view.Key) + "-o";
        var hint = sheet.Run.Text(question.OtherPlaceholder);
        html.Raw("<label class=\"sub\"").Attribute("for", id).Raw(">").Text(sheet.Word("Other")).Raw(": ").Text(hint.Length > 0 ? hint : sheet.Word("OtherText"))
            .Raw("</label><input type=\"text\" maxlength=\"1000\" dir=\"auto\"").Attribute("id", id).Attribute("name", Fields.Comment(view.Key)).Attribute("value", view.Comment).Raw(">");
    }

    /// <summary>A place for each thing, since nothing can be dragged without scripts.</summary>
    private void WriteRanking(ElementView view, string id, ChoiceQuestion question)
    {
        var order = view.Value is JsonArray array ? array.Select(n => n?.ToString() ?? "").ToList() : [];
        html.Element("p", sheet.Word("RankHint"), "hint");
        html.Raw("<div class=\"rank\">");
        var choices = view.Choices;
        for (var i = 0; i < choices.Count; i++)
        {
            var name = Fields.Part(view.Key, choices[i].Key);
            var place = Typed(name, order.IndexOf(choices[i].Key) is >= 0 and var at ? (at + 1).ToString(CultureInfo.InvariantCulture) : "");
            var field = $"{id}-{i.ToString(CultureInfo.InvariantCulture)}";
            html.Raw("<select").Attribute("id", field).Attribute("name", name).Flag("disabled", !view.Enabled).Raw("><option value=\"\">–</option>");
            for (var p = 1; p <= choices.Count; p++)
            {
                var text = p.ToString(CultureInfo.InvariantCulture);
                html.Raw("<option").Attribute("value", text).Flag("selected", text == place).Raw(">").Text(sheet.Show.Digits(text)).Raw("</option>");
            }

            html.Raw("</select><label dir=\"auto\"").Attribute("for", field).Raw(">").Text(sheet.TextOf(choices[i])).Raw("</label>");
        }

        html.Raw("</div>");
    }

    private void WriteMatrix(ElementView view, string id, MatrixQuestion question)
    {
        var answers = view.Value as JsonObject;
        var columns = view.Choices;
        IReadOnlyList<ChoiceView> rows = view.Rows;
        if (rows.Count == 0)
        {
            WriteLine(Fields.Answer(view.Key), Chosen(view.Value));
            return;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var title = $"{id}-{i.ToString(CultureInfo.InvariantCulture)}";
            html.Raw("<div class=\"line\" role=\"group\"").Attribute("aria-labelledby", title).Raw("><div class=\"what\" dir=\"auto\"").Attribute("id", title).Raw(">").Text(sheet.TextOf(rows[i])).Raw("</div>");
            WriteLine(Fields.Part(view.Key, rows[i].Key), Chosen(answers?[rows[i].Key]));
            html.Raw("</div>");
        }

        void WriteLine(string name, HashSet<string> chosen)
        {
            html.Raw("<div").Attribute("class", columns.All(c => sheet.TextOf(c).Length <= 2) ? "scale" : "picks row").Raw(">");
            foreach (var column in columns)
            {
                WritePick(question.IsMultiple ? "checkbox" : "radio", name, column.Key, sheet.TextOf(column), chosen.Contains(column.Key), view.Enabled && column.Enabled);
            }

            html.Raw("</div>");
        }
    }

    private void WritePick(string type, string name, string value, string text, bool isChosen, bool isEnabled, string end = "", string? picture = null)
    {
        html.Raw("<label class=\"pick\"><input").Attribute("type", type).Attribute("name", name).Attribute("value", value).Flag("checked", isChosen).Flag("disabled", !isEnabled).Raw("><span dir=\"auto\">");
        if (picture is not null)
        {
            html.Raw("<img alt=\"\"").Attribute("src", picture).Raw(">");
        }

        html.Text(text);
        if (end.Length > 0)
        {
            html.Raw("<span class=\"hidden\"> ").Text(end).Raw("</span>");
        }

        html.Raw("</span></label>");
    }

    private string? Picture(ChoiceView choice) => SafeHtml.Picture(sheet.Run.Text(choice.Source?.ImageLink));

    private string Worded(LocalizedText? text, string word) => sheet.Run.Text(text) is { Length: > 0 } own ? own : sheet.Word(word);

    private static HashSet<string> Chosen(JsonNode? value) => value switch
    {
        JsonArray array => [.. array.Select(n => n?.ToString() ?? "")],
        JsonValue scalar => [scalar.ToString()],
        _ => [],
    };
}
