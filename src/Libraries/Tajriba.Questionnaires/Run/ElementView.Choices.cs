namespace Tajriba.Questionnaires;

public sealed partial class ElementView
{
    internal const string Other = "other";

    private static readonly string[] Nones = ["none", "refused", "dontknow"];

    private List<Choice>? offered;
    private readonly List<object?> withdrawn = [];
    private bool withdrawing;
    private HashSet<Choice>? barred;
    private List<Choice>? matrixRows;
    private List<Choice>? matrixColumns;
    private HashSet<Choice>? barredRows;

    internal bool OtherChosen
        => Element is ChoiceQuestion { ShowOther: true } && (Current is List<object?> list ? list.Contains(Other) : Current is Other);

    /// <summary>Choices whose conditions hold, those that the format adds not among them.</summary>
    internal IReadOnlyList<Choice> Offered => offered ?? Source((ChoiceQuestion)Element);

    internal IReadOnlyList<Choice> MatrixRows => matrixRows ?? ((MatrixQuestion)Element).Rows;

    internal IReadOnlyList<Choice> MatrixColumns => matrixColumns ?? ((MatrixQuestion)Element).Columns;

    internal IEnumerable<string> Added(ChoiceQuestion question)
    {
        if (question.ShowNone)
        {
            yield return Nones[0];
        }

        if (question.ShowRefuse)
        {
            yield return Nones[1];
        }

        if (question.ShowDontKnow)
        {
            yield return Nones[2];
        }
    }

    /// <summary>Drops what is no longer to be chosen.</summary>
    internal void DropUnknown(ChoiceQuestion question)
    {
        if ((IsEmpty && withdrawn.Count == 0) || question.AllowCustomChoices || Run.Sharing(question) > 1)
        {
            return;
        }

        var stored = question.StoreOthersAsComment ?? Run.Questionnaire.StoreOthersAsComment;
        if (question.IsMultiple)
        {
            if (Held(question.ValueName) is not (null or List<object?>))
            {
                Give(null);
                return;
            }

            var list = Current as List<object?> ?? [];
            var kept = list.FindAll(item => !Unknown(question, item) || (!stored && question.ShowOther));
            var back = withdrawn.FindAll(item => !Unknown(question, item));
            withdrawn.RemoveAll(back.Contains);
            if (question.Kind != ElementKind.ImagePicker)
            {
                withdrawn.AddRange(list.Except(kept));
            }

            kept.AddRange(back.Except(kept));
            if (!kept.SequenceEqual(list))
            {
                withdrawing = true;
                Give(kept.Count == 0 ? null : kept);
                withdrawing = false;
            }
        }
        else if (Unknown(question, Current) && (stored || !question.ShowOther))
        {
            Clear(keepComment: true);
        }
    }

    /// <summary>Before an answer is checked, what is no longer to be chosen goes.</summary>
    internal void DropOutdated()
    {
        if (Element is ChoiceQuestion question && Clearing != ClearInvisible.None)
        {
            DropUnknown(question);
        }
    }

    private bool Unknown(ChoiceQuestion question, object? value)
    {
        if (value is List<object?> list)
        {
            return list.Exists(item => Unknown(question, item));
        }

        return value is not Other
            && !Added(question).Any(name => Js.Same(value, name))
            && !Offered.Any(choice => Js.Same(Js.From(choice.Source), value is Record record ? record.Value("value") : value, exact: true));
    }

    private IReadOnlyList<Choice> Source(ChoiceQuestion question)
    {
        if (question.ChoicesFromQuestion is { Length: > 0 } name && Run.Named(this, name) is { } from && from != this)
        {
            return Carried(question, from);
        }

        if (question.Kind == ElementKind.Dropdown && question.Choices.Count == 0 && question.ChoicesMax > question.ChoicesMin)
        {
            var numbers = new List<Choice>();
            for (var number = question.ChoicesMin; number <= question.ChoicesMax; number += question.ChoicesStep)
            {
                numbers.Add(new Choice(System.Text.Json.Nodes.JsonValue.Create(number)));
            }

            return numbers;
        }

        return question.Choices;
    }

    private List<Choice> Carried(ChoiceQuestion question, ElementView from)
    {
        if (from.Element is ChoiceQuestion)
        {
            var chosen = from.Current as List<object?> ?? [from.Current];
            var carried = from.Offered.Where(choice => question.ChoicesFromMode switch
            {
                "selected" => chosen.Exists(item => Js.Same(item, Js.From(choice.Source), exact: true)),
                "unselected" => !chosen.Exists(item => Js.Same(item, Js.From(choice.Source), exact: true)),
                _ => true,
            }).ToList();
            if (question.ChoicesFromMode == "selected" && !question.ShowOther && from.OtherChosen && from.Comment.Length > 0)
            {
                carried.Add(new Choice(System.Text.Json.Nodes.JsonValue.Create(Other), new LocalizedText(from.Comment)));
            }

            return carried.ConvertAll(choice => new Choice(choice.Source, choice.Text));
        }

        var rows = new List<Choice>();
        foreach (var row in (from.Current as List<object?> ?? []).OfType<Record>())
        {
            var key = question.ChoiceValuesFrom ?? row.Keys.FirstOrDefault();
            if (key is not null && row.Value(key) is { } value && !Js.Empty(value) && value is string or double or bool)
            {
                var text = question.ChoiceTextsFrom is { } texts && row.Value(texts) is { } named ? new LocalizedText(Js.Text(named)) : null;
                rows.Add(new Choice(Js.ToJson(value)!, text));
            }
        }

        return rows;
    }

    private void RunChoices(ChoiceQuestion question)
    {
        var source = Source(question);
        var full = question.IsMultiple && question.MaxSelected > 0 && (Current as List<object?>)?.Count >= question.MaxSelected;
        if (offered is null && !full && question.ChoicesVisibleIf is null && question.ChoicesEnableIf is null && barred is null
            && ReferenceEquals(source, question.Choices) && !question.HasConditions)
        {
            return;
        }

        barred = [];
        var holding = new List<Choice>();
        foreach (var choice in source)
        {
            var scope = new ItemScope(Js.From(choice.Source), Scope);
            if ((choice.EnableIf ?? question.ChoicesEnableIf)?.Holds(scope) == false || (full && !Chosen(choice)))
            {
                barred.Add(choice);
            }

            if ((choice.VisibleIf ?? question.ChoicesVisibleIf)?.Holds(scope) != false)
            {
                holding.Add(choice);
            }
        }

        var changed = offered is null ? holding.Count != source.Count : !offered.Select(choice => choice.Key).SequenceEqual(holding.Select(choice => choice.Key));
        offered = holding;
        if (changed || (offered is not null && question.ChoicesFromQuestion is not null))
        {
            if (changed && offered.Count == 1 && question is { Kind: ElementKind.Ranking, SelectToRank: false })
            {
                Give(null);
            }

            DropUnknown(question);
            SyncRanking();
        }
    }

    private bool Chosen(Choice choice)
        => Current is List<object?> list ? list.Exists(item => Js.Same(item, Js.From(choice.Source))) : Js.Same(Current, Js.From(choice.Source));

    private void RunMatrix(MatrixQuestion matrix)
    {
        if (matrix.RowsVisibleIf is null && matrix.ColumnsVisibleIf is null && !matrix.HasConditions)
        {
            return;
        }

        var columns = Holding(matrix.Columns, matrix.ColumnsVisibleIf);
        var fewer = matrixColumns is not null && columns.Count < matrixColumns.Count;
        matrixColumns = columns;
        matrixRows = Holding(matrix.Rows, matrix.RowsVisibleIf);
        barredRows = [.. matrix.Rows.Where(row => row.EnableIf?.Holds(new ItemScope(Js.From(row.Source), Scope)) == false)];
        if (fewer && ClearsOnHidden)
        {
            DropInvisibleRows();
        }
    }

    private bool RowEnabled(Choice row) => barredRows?.Contains(row) != true;

    private List<Choice> Holding(IReadOnlyList<Choice> choices, Expression? condition)
        => [.. choices.Where(choice => (choice.VisibleIf ?? condition)?.Holds(new ItemScope(Js.From(choice.Source), Scope)) != false)];

    /// <summary>Drops answers in rows and columns of a matrix that are not shown.</summary>
    private void DropInvisibleRows()
    {
        if (Element is not MatrixQuestion matrix || (matrixRows is null && matrixColumns is null) || Current is not Record answers)
        {
            return;
        }

        var kept = new Record();
        foreach (var (name, answer) in answers)
        {
            if (matrix.Rows.Any(row => row.Key == name) && !MatrixRows.Any(row => row.Key == name))
            {
                continue;
            }

            var left = answer is List<object?> list ? list.FindAll(Stands) : (object?)answer;
            if (left is List<object?> { Count: > 0 } || (left is not List<object?> && Stands(left)))
            {
                kept[name] = left;
            }
        }

        if (!Js.Same(kept, answers, exact: true))
        {
            Give(kept);
        }

        bool Stands(object? value) => MatrixColumns.Any(column => Js.Same(value, Js.From(column.Source)));
    }

    private IReadOnlyList<ChoiceView> ChoiceViews(ChoiceQuestion question)
    {
        var views = Run.Ordered(Offered, question.Order, choice => View(choice).Text, Key)
            .ConvertAll(choice => View(choice, barred?.Contains(choice) != true));
        foreach (var name in Added(question))
        {
            views.Add(Special(name, name == Nones[0] ? question.NoneText : name == Nones[1] ? question.RefuseText : question.DontKnowText));
        }

        if (question.ShowOther)
        {
            var other = Special(Other, question.OtherText);
            other.Enabled = !question.IsMultiple || question.MaxSelected == 0 || OtherChosen || (Current as List<object?> ?? []).Count < question.MaxSelected;
            views.Add(other);
        }

        return views;
    }

    private ChoiceView Special(string name, LocalizedText? text)
        => new(null, System.Text.Json.Nodes.JsonValue.Create(name), Run.Text(text, Scope));

    /// <summary>The shape in which the question keeps an answer.</summary>
    private object? Shape(object? value)
    {
        if (Js.Empty(value) && value is not Record and not List<object?>)
        {
            return null;
        }

        switch (Element)
        {
            case ChoiceQuestion { IsMultiple: true, Kind: ElementKind.ImagePicker }:
                return value;
            case ChoiceQuestion { IsMultiple: true } question:
                var list = value as List<object?> ?? [value];
                return WithoutNone(question, Current as List<object?> ?? [], list) is { Count: > 0 } kept ? kept : null;
            case ChoiceQuestion:
                return value is List<object?> several ? several.Count > 0 ? several[0] : null : value;
            case MatrixQuestion matrix when value is Record rows:
                var shaped = new Record();
                foreach (var (name, answer) in rows)
                {
                    shaped[name] = matrix.IsMultiple
                        ? answer as List<object?> ?? [answer]
                        : answer is List<object?> many ? many.FirstOrDefault() : answer;
                }

                return shaped;
            case TextQuestion or CommentQuestion when value is List<object?> items:
                return string.Join(Element is CommentQuestion ? "\n" : ", ", items.Select(Js.Text));
            case TextQuestion { InputType: "number" or "range" } when !Js.Empty(value) && value is not 0d:
                return Js.IsNumber(value) ? Js.Number(value) : null;
            default:
                return value;
        }
    }

    /// <summary>A ranking holds all that is shown, once it is begun.</summary>
    private void SyncRanking()
    {
        if (Element is ChoiceQuestion { Kind: ElementKind.Ranking, SelectToRank: false } ranking && Held(ranking.ValueName) is List<object?> { Count: > 0 } list)
        {
            var values = Run.Ordered(Offered, ranking.Order, choice => View(choice).Text, Key).ConvertAll(choice => Js.From(choice.Source));
            var synced = list.FindAll(item => values.Exists(value => Js.Same(value, item)));
            synced.AddRange(values.Where(value => !synced.Exists(item => Js.Same(value, item))));
            if (!Js.Same(synced, list, exact: true))
            {
                Give(synced);
            }
        }
    }

    /// <summary>A choice that excludes the others drives them out, and is driven out by them.</summary>
    private List<object?> WithoutNone(ChoiceQuestion question, List<object?> before, List<object?> now)
    {
        var nones = Added(question).ToList();
        if (nones.Count == 0 || Js.Same(before, now, exact: true))
        {
            return now;
        }

        now = [.. now];
        var old = before.FindLastIndex(IsNone);
        var fresh = now.FindLastIndex(IsNone);
        if (old >= 0)
        {
            if (fresh >= 0 && Js.Same(before[old], now[fresh]))
            {
                now.RemoveAt(fresh);
            }
            else if (now.FindLastIndex(item => Js.Same(item, before[old])) is >= 0 and var at && at < now.Count - 1)
            {
                now.RemoveAt(at);
            }
        }
        else if (fresh >= 0 && now.Count > 1)
        {
            return [now[fresh]];
        }

        return now;

        bool IsNone(object? item) => item is string name && nones.Contains(name);
    }
}
