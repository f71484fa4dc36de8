namespace Tajriba.Questionnaires;

public sealed partial class ElementView
{
    /// <summary>An answer in the words of its choices; the current one if none is given.</summary>
    internal object? Display(object? value)
    {
        value ??= Current;
        if (Js.Blank(value))
        {
            return "";
        }

        switch (Element)
        {
            case ChoiceQuestion question when value is List<object?> list:
                return string.Join(", ", Listed(question, list).Where(words => words.Length > 0));
            case ChoiceQuestion question:
                return Words(question, value);
            case RatingQuestion rating:
                return rating.Values.FirstOrDefault(choice => Js.Same(Js.From(choice.Source), value)) is { } rated ? View(rated).Text : value;
            case BooleanQuestion boolean:
                return Js.Same(value, Js.From(boolean.ValueTrue)) ? Label(boolean.LabelTrue, "Yes") : Label(boolean.LabelFalse, "No");
            case ExpressionQuestion expression:
                return Formatted(expression, value);
            case MatrixQuestion matrix when value is Record rows:
                var words = new Record();
                foreach (var (name, answer) in rows)
                {
                    var title = matrix.Rows.FirstOrDefault(row => row.Key == name) is { } row ? View(row).Text : name;
                    words[title] = matrix.Columns.FirstOrDefault(column => Js.Same(Js.From(column.Source), answer)) is { } column ? View(column).Text : answer;
                }

                return words;
            case MatrixQuestion matrix:
                return matrix.Columns.FirstOrDefault(column => Js.Same(Js.From(column.Source), value)) is { } chosen ? View(chosen).Text : value;
            default:
                return value;
        }
    }

    private string Words(ChoiceQuestion question, object? value)
    {
        if (value is Other && question.ShowOther)
        {
            return Comment.Length > 0 ? Comment : Run.Text(question.OtherText, Scope) is { Length: > 0 } text ? text : Run.Words.Other;
        }

        var key = value is Record record ? record.Value("value") : value;
        if (key is string name && Added(question).Contains(name))
        {
            var (own, usual) = name == Nones[0] ? (question.NoneText, Run.Words.None)
                : name == Nones[1] ? (question.RefuseText, Run.Words.Refuse)
                : (question.DontKnowText, Run.Words.DontKnow);
            return Run.Text(own, Scope) is { Length: > 0 } text ? text : usual;
        }

        return Offered.FirstOrDefault(choice => Js.Same(Js.From(choice.Source), key, exact: true)) is { } found ? View(found).Text : Js.Text(key);
    }

    /// <summary>The answer as it stands is told by the choices shown, others by what they are.</summary>
    private IEnumerable<string> Listed(ChoiceQuestion question, List<object?> list)
    {
        var told = Js.Same(list, Current)
            ? list.FindAll(item => Offered.Any(choice => Js.Same(Js.From(choice.Source), item, exact: true)) || (item is string name && (Added(question).Contains(name) || OtherChosen)))
            : list;
        return (told.Count > 0 ? told : list).Select(item => item is Other && question is { ShowOther: true, ShowCommentArea: true } ? Other : Words(question, item));
    }

    private string Label(LocalizedText? label, string usual)
        => Run.Text(label, Scope) is { Length: > 0 } text ? text : usual == "Yes" ? Run.Words.Yes : Run.Words.No;

    private object? Formatted(ExpressionQuestion question, object? value)
    {
        var text = question.DisplayStyle is not "none" and not "date" && Js.IsNumber(value)
            ? NumberText.Of(Js.Number(value), question, Run.Locale.Length > 0 ? Run.Locale : Run.Questionnaire.Locale)
            : Js.Text(value);
        return Run.Text(question.Format, Scope) is { Length: > 0 } format ? format.Replace("{0}", text, StringComparison.Ordinal) : text;
    }
}
