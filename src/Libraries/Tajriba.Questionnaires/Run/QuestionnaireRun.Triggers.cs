namespace Tajriba.Questionnaires;

public sealed partial class QuestionnaireRun
{
    private const int MostTriggerRounds = 3;

    private readonly HashSet<SurveyTrigger> completing = [];
    private PageView? current;
    private Changes? triggered;

    private void RunPageTriggers(PageView page)
    {
        var changes = new Changes();
        foreach (var view in page.All)
        {
            if (view.Element is Question question)
            {
                changes.Add(question.ValueName, data.Value(question.ValueName));
            }
        }

        foreach (var value in Questionnaire.CalculatedValues)
        {
            changes.Add(value.Name, Variable(value.Name));
        }

        RunTriggers(changes, onNextPage: true, null);
    }

    private void RunTriggers(Changes changes, bool onNextPage, string? name)
    {
        if (Completed || Questionnaire.Triggers.Count == 0 || Questionnaire.ReadOnly)
        {
            return;
        }

        if (triggered is not null)
        {
            foreach (var change in changes.Names)
            {
                triggered.Add(change, data.Value(change));
            }

            return;
        }

        var invalid = name is not null && byValueName.TryGetValue(name, out var views)
            && Questionnaire.Triggers.Any(trigger => trigger.Kind is TriggerKind.Complete or TriggerKind.Skip)
            && AnswerChecks.Of(views[0]).Count > 0;
        for (var round = 0; round < MostTriggerRounds && changes.Names.Count > 0; round++)
        {
            triggered = new Changes();
            foreach (var trigger in Questionnaire.Triggers)
            {
                if (Completed || (invalid && trigger.Kind is TriggerKind.Complete or TriggerKind.Skip))
                {
                    continue;
                }

                Run(trigger, changes, onNextPage);
            }

            changes = triggered;
        }

        triggered = null;
    }

    private void Run(SurveyTrigger trigger, Changes changes, bool onNextPage)
    {
        var runs = trigger.Kind switch
        {
            TriggerKind.Complete or TriggerKind.Visible => true,
            TriggerKind.SetValue => !onNextPage && !string.IsNullOrEmpty(trigger.SetToName) && !changes.Only(trigger.SetToName),
            TriggerKind.CopyValue => !onNextPage && !string.IsNullOrEmpty(trigger.SetToName) && !string.IsNullOrEmpty(trigger.FromName)
                && !changes.Only(trigger.SetToName),
            _ => !onNextPage,
        };
        if (!runs || !changes.Touch(trigger.Condition, trigger.Kind == TriggerKind.CopyValue ? trigger.FromName : null))
        {
            return;
        }

        if (trigger.Condition is null)
        {
            if (trigger.Kind == TriggerKind.CopyValue)
            {
                Do(trigger, onNextPage);
            }

            return;
        }

        if (trigger.Condition.Evaluate(scope) is true)
        {
            Do(trigger, onNextPage);
        }
        else
        {
            Undo(trigger);
        }
    }

    private void Do(SurveyTrigger trigger, bool onNextPage)
    {
        switch (trigger.Kind)
        {
            case TriggerKind.Complete when onNextPage:
                Finish();
                break;
            case TriggerKind.Complete:
                completing.Add(trigger);
                break;
            case TriggerKind.SetValue when trigger.IsVariable:
                SetVariable(trigger.SetToName!, Js.From(trigger.SetValue));
                break;
            case TriggerKind.SetValue:
                Put(trigger.SetToName!, Js.From(trigger.SetValue));
                break;
            case TriggerKind.CopyValue:
                if (Find(NamePath.Parse(trigger.FromName!)) is { } copied)
                {
                    Put(trigger.SetToName!, Js.Answer(!trigger.CopyDisplayValue ? copied.Value : copied.Words is { } words ? words(copied.Value) : Js.Text(copied.Value)));
                }

                break;
            case TriggerKind.RunExpression when trigger.RunExpression is { } formula:
                var result = formula.Evaluate(scope);
                if (!string.IsNullOrEmpty(trigger.SetToName) && result is not null)
                {
                    Put(trigger.SetToName, Js.Answer(result));
                }

                break;
            case TriggerKind.Skip:
                if (Named(null, trigger.GotoName ?? "") is { VisibleInRun: true } target && target.Page.Visible)
                {
                    current = target.Page;
                }

                break;
            case TriggerKind.Visible:
                Show(trigger, visible: true);
                break;
        }
    }

    private void Undo(SurveyTrigger trigger)
    {
        if (trigger.Kind == TriggerKind.Complete)
        {
            completing.Remove(trigger);
        }
        else if (trigger.Kind == TriggerKind.Visible)
        {
            Show(trigger, visible: false);
        }
    }

    private void Show(SurveyTrigger trigger, bool visible)
    {
        foreach (var page in AllPages.Where(page => trigger.Pages.Contains(page.Name, StringComparer.Ordinal)))
        {
            page.Show(visible);
        }

        foreach (var view in questions.Where(view => trigger.Questions.Contains(view.Element.Name, StringComparer.Ordinal)))
        {
            view.Show(visible);
        }

        Settle();
    }

    /// <summary>Sets by the name of a question, a value name, or a name within one.</summary>
    private void Put(string name, object? value)
    {
        if (questions.FirstOrDefault(view => view.Element is Question && view.Element.Name == name) is { } question)
        {
            question.Give(value);
            return;
        }

        if (byValueName.ContainsKey(name))
        {
            SetValue(name, value, null);
            return;
        }

        if (Everything(questions).FirstOrDefault(view => view.Key == name && view.Element is Question) is { } nested)
        {
            nested.Give(value);
        }
        else
        {
            SetValue(name, value, null);
        }
    }

    /// <summary>Where the page one is on goes away, the first one takes its place.</summary>
    private void Settle()
    {
        if (current is { Visible: false })
        {
            current = Pages.FirstOrDefault();
        }
    }

    private void Finish()
    {
        if (Completed)
        {
            return;
        }

        Completed = true;
        foreach (var view in questions)
        {
            view.ClearUnused();
        }

        foreach (var view in questions)
        {
            view.ClearIfHidden(ClearInvisible.OnComplete);
        }
    }
}
