using System.Globalization;

namespace Tajriba.Questionnaires;

/// <summary>What is wrong with answers, as the validation of survey-core finds it.</summary>
internal static class AnswerChecks
{
    public static List<AnswerFault> Of(PageView page)
    {
        var faults = new List<AnswerFault>();
        foreach (var element in page.Elements.Where(element => element.Visible).ToList())
        {
            Check(element, faults);
        }

        if (page.Required)
        {
            OneRequired(page.All, null, faults);
        }

        return faults;
    }

    public static List<AnswerFault> Of(ElementView view)
    {
        var faults = new List<AnswerFault>();
        Check(view, faults);
        return faults;
    }

    private static void Check(ElementView view, List<AnswerFault> faults)
    {
        view.DropOutdated();
        if (!view.Visible)
        {
            return;
        }

        if (view.Element is PanelElement)
        {
            foreach (var inner in view.Elements.Where(inner => inner.Visible).ToList())
            {
                Check(inner, faults);
            }

            if (view.Required && view.Enabled)
            {
                OneRequired([.. ElementView.Walk(view.Elements)], view.Run.Text(view.Element.RequiredErrorText, view.Scope), faults);
            }

            return;
        }

        if (view.Element is not Question question)
        {
            return;
        }

        var own = new List<AnswerFault>();
        if (view.Enabled || question is ExpressionQuestion)
        {
            Own(view, question, own);
            if (own.Count == 0)
            {
                ValidatorChecks.Run(view, question, own);
            }
        }

        faults.AddRange(own);
        foreach (var inner in view.GroupList.Where(group => group.Visible).SelectMany(group => group.Elements).Where(inner => inner.Visible).ToList())
        {
            Check(inner, faults);
        }

        Unique(view, faults);
    }

    private static void OneRequired(IReadOnlyList<ElementView> views, string? text, List<AnswerFault> faults)
    {
        var asked = views.Where(view => view.Element is Question && view.VisibleInRun).ToList();
        if (asked.Count > 0 && asked.TrueForAll(view => view.IsEmpty))
        {
            faults.Add(new AnswerFault(asked[0].Key, AnswerFaultCode.OneRequired, [], string.IsNullOrEmpty(text) ? null : text));
        }
    }

    private static void Own(ElementView view, Question question, List<AnswerFault> faults)
    {
        if (view.Required && view.IsEmpty && question is not ExpressionQuestion)
        {
            Add(AnswerFaultCode.Required, question.RequiredErrorText);
        }

        switch (question)
        {
            case ChoiceQuestion choice:
                Choice(view, choice, Add);
                break;
            case MatrixQuestion matrix:
                Matrix(view, matrix, Add);
                break;
            case TextQuestion text:
                Text(view, text, Add);
                break;
            case GridQuestion { Kind: ElementKind.MatrixDynamic, MinRowCount: > 0 } grid when view.Required
                && view.GroupList.Count(group => !Js.Empty(group.Values)) < grid.MinRowCount:
                Add(AnswerFaultCode.TooFewEntries, null, grid.MinRowCount);
                break;
        }

        void Add(AnswerFaultCode code, LocalizedText? text, params object?[] arguments)
            => faults.Add(new AnswerFault(
                view.Key,
                code,
                [.. arguments.Select(argument => argument is int whole ? whole.ToString(CultureInfo.InvariantCulture) : Js.Text(argument))],
                view.Run.Text(text, view.Scope) is { Length: > 0 } words ? words : null));
    }

    private delegate void Report(AnswerFaultCode code, LocalizedText? text, params object?[] arguments);

    private static void Choice(ElementView view, ChoiceQuestion question, Report report)
    {
        if (view.OtherChosen && view.Comment.Length == 0)
        {
            report(AnswerFaultCode.OtherRequired, question.OtherErrorText);
        }

        var list = view.Current as List<object?> ?? [];
        if (question.IsMultiple && question.Kind != ElementKind.ImagePicker && question.MinSelected > 0 && list.Count < question.MinSelected
            && !(list.Count == 1 && list[0] is string only && view.Added(question).Contains(only)))
        {
            if (question.Kind != ElementKind.Ranking || !view.IsEmpty || question.SelectToRank)
            {
                report(AnswerFaultCode.TooFewChosen, null, question.MinSelected);
            }
        }
    }

    private static void Matrix(ElementView view, MatrixQuestion question, Report report)
    {
        if (!question.EachRowRequired && !question.EachRowUnique)
        {
            return;
        }

        var answers = view.Current as Record;
        var rows = question.Rows.Count == 0 ? [view.Current] : view.MatrixRows.Select(row => answers?.Value(row.Key)).ToList();
        if (question.EachRowRequired && rows.Exists(Js.Empty))
        {
            report(AnswerFaultCode.RowsRequired, null);
        }

        var given = rows.Where(value => !Js.Empty(value)).Select(Js.Text).ToList();
        if (question.EachRowUnique && given.Distinct(StringComparer.Ordinal).Count() < given.Count)
        {
            report(AnswerFaultCode.RowsUnique, null);
        }
    }

    private static void Text(ElementView view, TextQuestion question, Report report)
    {
        if (view.Under())
        {
            report(AnswerFaultCode.TooSmall, question.MinErrorText, Js.Answer(view.Bound(least: true)));
        }

        if (view.Over())
        {
            report(AnswerFaultCode.TooLarge, question.MaxErrorText, Js.Answer(view.Bound(least: false)));
        }

        if (question is { InputType: "number", Step: > 0 and var step } && Js.Number(view.Current) is var number && !double.IsNaN(number))
        {
            var scale = 1d;
            while ((Math.Round(step * scale) / scale != step || Math.Round(number * scale) / scale != number) && scale < 1_000_000)
            {
                scale *= 10;
            }

            if (Math.Round(step * scale) is > 0 and var whole && Math.Round(number * scale) % whole != 0)
            {
                report(AnswerFaultCode.OffStep, question.StepErrorText, step);
            }
        }

        if (question.InputType == "email" && !view.IsEmpty && !question.Validators.Any(validator => validator.Kind == ValidatorKind.Email)
            && !ValidatorChecks.IsEmail(Js.Text(view.Current)))
        {
            report(AnswerFaultCode.NotEmail, null);
        }
    }

    private static void Unique(ElementView view, List<AnswerFault> faults)
    {
        var names = view.Element switch
        {
            DynamicPanelQuestion { KeyName: { Length: > 0 } key } => [key],
            GridQuestion grid => grid.Columns.Where(column => column.IsUnique).Select(column => column.Name)
                .Concat(grid.KeyName is { Length: > 0 } key ? [key] : []).Distinct(StringComparer.Ordinal).ToArray(),
            _ => Array.Empty<string>(),
        };
        var text = view.Element switch
        {
            DynamicPanelQuestion panels => panels.KeyDuplicationError,
            GridQuestion grid => grid.KeyDuplicationError,
            _ => null,
        };
        foreach (var name in names)
        {
            var cells = view.GroupList.Where(group => group.Visible || view.Element is GridQuestion)
                .Select(group => group.All.FirstOrDefault(inner => inner.Element is Question question && question.ValueName == name))
                .OfType<ElementView>().Where(cell => !cell.IsEmpty).ToList();

            // of a table all that are alike are told, of panels those after the first
            foreach (var alike in cells.GroupBy(cell => Js.Text(cell.Current).ToLowerInvariant(), StringComparer.Ordinal).Where(alike => alike.Count() > 1))
            {
                foreach (var cell in (view.Element is GridQuestion ? alike : alike.Skip(1)).Where(cell => cell.Visible))
                {
                    faults.Add(new AnswerFault(cell.Key, AnswerFaultCode.NotUnique, [], view.Run.Text(text, view.Scope) is { Length: > 0 } words ? words : null));
                }
            }
        }
    }
}
