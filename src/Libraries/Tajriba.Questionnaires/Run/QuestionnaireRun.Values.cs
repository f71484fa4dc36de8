namespace Tajriba.Questionnaires;

public sealed partial class QuestionnaireRun
{
    private const string CommentSuffix = "-Comment";
    private const int MostRounds = 10;
    private const int MostSteps = 200;
    private const int MostWork = 20_000_000;

    private readonly Record data = [];
    private readonly Record variables;
    private Changes? pending;
    private bool loading = true;
    private bool running;
    private bool again;
    private bool following;
    private int depth;
    private int steps;
    private int work;

    /// <summary>
    /// Counts what expressions cost, in characters and rows. An ordinary step costs some thousands; a definition made to exhaust
    /// gets null from its expressions once the step has cost twenty millions.
    /// </summary>
    internal bool Spend(int cost)
    {
        work += cost;
        Exhausted |= work > MostWork;
        return work <= MostWork;
    }

    internal bool Loading => loading;

    /// <summary>Whether a condition may come out otherwise than before: only those that name what changed are run again.</summary>
    internal bool Concerns(Expression expression, ElementView? view)
    {
        if (!following || expression.CallsWithoutNames || expression.Variables.Count == 0 || pending?.Any(expression) != false)
        {
            return true;
        }

        for (var item = view?.Item; item is not null; item = item.Owner.Item)
        {
            if (pending.Has(((Question)item.Owner.Element).ValueName))
            {
                return true;
            }
        }

        return view?.Item is not null && expression.Variables.Any(path => path.Steps.Length == 1);
    }

    internal object? Held(string name) => data.Value(name);

    internal object? Variable(string name) => variables.Value(name) ?? (variables.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } pair ? pair.Value : null);

    /// <summary>Keeps an answer, tells the questions that share it, and runs what depends on it.</summary>
    internal void SetValue(string name, object? value, ElementView? source)
    {
        var before = data.Value(name);
        var empty = Js.Empty(value);
        if (empty ? before is null : Js.Same(value, before, exact: true))
        {
            return;
        }

        if (empty)
        {
            data.Remove(name);
            value = null;
        }
        else
        {
            data[name] = Js.Copy(value);
        }

        source?.SyncGroups();
        foreach (var view in byValueName.GetValueOrDefault(name) ?? [])
        {
            if (view != source && ((Question)view.Element).ValueName == name)
            {
                view.Hear(value);
            }
        }

        Follow(name, before, value, null);
        foreach (var view in questions)
        {
            if (view.Element is ChoiceQuestion { ChoicesFromQuestion: { } from } choice && from == name)
            {
                view.RunConditions();
                view.DropUnknown(choice);
            }
        }
    }

    internal void SetComment(string name, string text)
    {
        var key = name + CommentSuffix;
        var before = Js.Text(data.Value(key));
        if (text == before)
        {
            return;
        }

        if (text.Length == 0)
        {
            data.Remove(key);
        }
        else
        {
            data[key] = text;
        }

        Follow(key, before, text, name);
    }

    internal void SetVariable(string name, object? value)
    {
        var before = Variable(name);
        name = name.ToLowerInvariant();
        if (value is null)
        {
            variables.Remove(name);
        }
        else
        {
            variables[name] = value;
        }

        if (!Js.Same(before, value))
        {
            Follow(name, before, value, null);
        }
    }

    /// <summary>Questions that share a value name.</summary>
    internal int Sharing(Question question) => byValueName.TryGetValue(question.ValueName, out var views) ? views.Count : 0;

    internal bool ShownElsewhere(ElementView view)
        => view.Item is null && view.Element is Question question && byValueName[question.ValueName].Exists(other => other != view && other.VisibleInRun);

    private void Start()
    {
        foreach (var view in questions)
        {
            view.SyncGroups();
        }

        foreach (var view in questions)
        {
            view.GiveDefault();
            foreach (var inner in view.Element is DynamicPanelQuestion ? [] : Everything(view.GroupList.SelectMany(group => group.All)).ToList())
            {
                inner.GiveDefault();
            }
        }

        loading = false;
        RunConditions();
        current ??= Pages.FirstOrDefault();
        foreach (var view in questions)
        {
            view.StartEntries();
        }

        if (options.Answers is { Count: > 0 } answers && Js.From(answers) is Record given)
        {
            Merge(given, data);
            foreach (var (name, _) in given)
            {
                foreach (var view in byValueName.GetValueOrDefault(name) ?? [])
                {
                    view.Hear(data.Value(name));
                }
            }

            RunConditions();
        }
    }

    private static void Merge(Record source, Record target)
    {
        foreach (var (name, value) in source)
        {
            if (value is Record inner && target.Value(name) is Record existing)
            {
                Merge(inner, existing);
            }
            else if (Js.Empty(value))
            {
                target.Remove(name);
            }
            else
            {
                target[name] = value;
            }
        }
    }

    /// <summary>Conditions, then what questions set by themselves, then triggers.</summary>
    private void Follow(string name, object? before, object? after, string? related)
    {
        if (depth == 0)
        {
            steps = 0;
            work = 0;
        }

        if (++steps > MostSteps)
        {
            return;
        }

        depth++;
        pending ??= new Changes();
        pending.Add(name, after);
        var changes = new Changes();
        changes.Add(name, before, after);
        if (related is not null)
        {
            changes.Add(related, data.Value(related), data.Value(related));
            pending.Add(related, data.Value(related));
        }

        if (running)
        {
            again = true;
        }
        else
        {
            following = true;
            RunConditions();
            following = false;
            if (!Questionnaire.ReadOnly)
            {
                foreach (var view in questions)
                {
                    view.RunTriggers(pending ?? Changes.Of(name, after), name);
                }
            }

            pending = null;
        }

        RunTriggers(changes, onNextPage: false, related ?? name);
        depth--;
    }
}
