namespace Tajriba.Questionnaires;

public sealed partial class ElementView
{
    private bool shown;
    private bool locked;
    private bool needed;
    private bool touched;
    private bool viaDefault;

    // out of bounds: told as a fault and not kept among the answers
    private object? refused;
    private bool setting;

    /// <summary>The answer as expressions see it.</summary>
    internal object? Current
    {
        get
        {
            if (Element is not Question question)
            {
                return null;
            }

            var value = refused ?? Held(question.ValueName);
            if (value is null && Element.Kind == ElementKind.Ranking && question is ChoiceQuestion { SelectToRank: false } && offered is { Count: 1 })
            {
                // one choice is ranked as soon as it is shown alone; it is no answer yet
                return new List<object?> { Js.From(offered[0].Source) };
            }

            return value switch
            {
                null or List<object?> => value,
                _ when question is ChoiceQuestion { IsMultiple: true } => new List<object?> { value },
                _ => value,
            };
        }
    }

    internal bool IsEmpty => Element switch
    {
        DynamicPanelQuestion => Current is not List<object?> list || list.TrueForAll(Js.Empty),
        _ => Js.Blank(Current),
    };

    private ClearInvisible Clearing
        => Element is not Question question ? ClearInvisible.None
            : question.ClearIfInvisible == ClearInvisible.Default ? Run.Questionnaire.ClearInvisibleValues
            : question.ClearIfInvisible;

    private bool ClearsOnHidden => Clearing is ClearInvisible.OnHidden or ClearInvisible.OnHiddenContainer;

    /// <summary>Runs the conditions of this element and of what is in it.</summary>
    internal void RunConditions()
    {
        if (Element is PanelElement)
        {
            var before = Visible;
            foreach (var inner in Elements)
            {
                inner.RunConditions();
            }

            RunOwn();
            if (before != Visible)
            {
                Turned();
            }

            return;
        }

        RunOwn();
        switch (Element)
        {
            case ChoiceQuestion question:
                RunChoices(question);
                break;
            case MatrixQuestion matrix:
                RunMatrix(matrix);
                break;
        }

        RunGroups();
        if (Element is Question { DefaultValueExpression: { } formula } && !touched && (!ClearsOnHidden || VisibleInRun))
        {
            RunDefault(formula);
        }
    }

    /// <summary>Gives the first answer, if there is none and a default is known.</summary>
    internal void GiveDefault()
    {
        if (Element is not Question question || !IsEmpty || (ClearsOnHidden && !Visible))
        {
            return;
        }

        if (question.DefaultValueExpression is { } formula)
        {
            RunDefault(formula);
        }
        else
        {
            Plain(question);
        }
    }

    /// <summary>Gives an answer as the question itself would: in its shape, with what follows.</summary>
    internal void Give(object? value)
    {
        var question = (Question)Element;
        value = Shape(value);
        var current = Current;
        if (Js.Same(value, current, exact: true) || !Fits(value))
        {
            return;
        }

        touched |= !viaDefault;
        refused = OutOfBounds(value) && !Run.Loading ? value : null;
        if (refused is not null)
        {
            return;
        }

        if (!withdrawing)
        {
            withdrawn.Clear();
        }

        setting = true;
        Hold(question.ValueName, value);
        SyncRanking();
        if (question is ChoiceQuestion { ShowOther: true, ShowCommentArea: false } && !OtherChosen && Comment.Length > 0)
        {
            Remark(question, "");
        }

        setting = false;
    }

    /// <summary>Whether a value has the shape that the question keeps; others are not taken.</summary>
    private bool Fits(object? value) => Js.Empty(value) || Element switch
    {
        DynamicPanelQuestion or GridQuestion { Kind: ElementKind.MatrixDynamic } => value is List<object?>,
        MatrixQuestion or MultipleTextQuestion or GridQuestion => value is Record,
        _ => true,
    };

    internal void Remark(Question question, string text)
    {
        text = string.IsNullOrWhiteSpace(text) ? "" : text;
        if (text != Comment)
        {
            if (Item is null)
            {
                Run.SetComment(question.ValueName, text);
            }
            else
            {
                Item.Set(question.ValueName + "-Comment", text, this);
            }
        }
    }

    /// <summary>Takes the answer and the comment back; formulas for a default may run again.</summary>
    internal void Clear(bool keepComment = false)
    {
        if (Element is not Question question)
        {
            return;
        }

        if (Current is not null)
        {
            // a dynamic panel that has not its first count of panels gets them back, empty
            Give(Element is DynamicPanelQuestion && GroupList.Count != First && First > 0 ? Blanks(First) : null);
        }

        if (!keepComment && Comment.Length > 0)
        {
            Remark(question, "");
        }

        touched = false;
    }

    /// <summary>Hears that the answer was set from outside.</summary>
    internal void Hear(object? value)
    {
        refused = null;
        if (Element is Question { DefaultValueExpression: { } formula } && !Js.Empty(value))
        {
            touched |= !Js.Same(value, Js.Answer(formula.Evaluate(Scope)), exact: true);
        }
        else
        {
            touched = true;
        }

        withdrawn.Clear();
        SyncGroups();
        SyncRanking();
    }

    /// <summary>Drops the answer of what is not shown, as the questionnaire asks for at this moment.</summary>
    internal void ClearIfHidden(ClearInvisible moment)
    {
        if (Element is DynamicPanelQuestion)
        {
            foreach (var inner in GroupList.SelectMany(group => group.All.Where(view => group.Visible || !view.shown)).ToList())
            {
                inner.ClearIfHidden(moment == ClearInvisible.OnHidden ? ClearInvisible.OnHiddenContainer : moment);
            }
        }

        var clearing = Clearing;
        if (Element is not Question || clearing == ClearInvisible.None
            || (moment == ClearInvisible.OnHidden && clearing == ClearInvisible.OnComplete)
            || (moment == ClearInvisible.OnHiddenContainer && clearing != moment))
        {
            return;
        }

        if ((moment == ClearInvisible.OnHiddenContainer && !ContainerVisible) || (!VisibleInRun && !Run.ShownElsewhere(this)))
        {
            Clear();
        }

        if (Element is ChoiceQuestion choice)
        {
            DropUnknown(choice);
        }

        DropInvisibleRows();
        DropHiddenGroups();
    }

    /// <summary>Drops comments that nothing asks for any more.</summary>
    internal void ClearUnused()
    {
        if (Element is ChoiceQuestion { ShowOther: true, ShowCommentArea: false } question && !OtherChosen && Comment.Length > 0)
        {
            Remark(question, "");
        }

        foreach (var inner in GroupList.SelectMany(group => group.All))
        {
            inner.ClearUnused();
        }
    }

    internal void Show(bool visible)
    {
        if (shown != visible)
        {
            shown = visible;
            Turned();
        }
    }

    /// <summary>Runs what sets or resets the answer when others change.</summary>
    internal void RunTriggers(Changes changes, string name)
    {
        if (Element is not Question question || setting)
        {
            return;
        }

        if (question.ResetValueIf is { } reset && !IsEmpty && changes.Concern(reset) && reset.Evaluate(Scope) is true)
        {
            Reset(question);
        }

        if (question.SetValueIf is { } condition)
        {
            if (changes.Concern(condition, question.SetValueExpression) && Js.Truthy(condition.Evaluate(Scope)))
            {
                if (question.SetValueExpression is { } formula)
                {
                    Give(Js.Answer(formula.Evaluate(Scope), WithTime));
                }
                else
                {
                    Clear();
                }
            }
        }
        else if (question.SetValueExpression is { } formula && changes.Concern(formula))
        {
            Give(Js.Answer(formula.Evaluate(Scope), WithTime));
        }

        if (question.ValueName == name || Run.Loading)
        {
            return;
        }

        foreach (var inner in GroupList.Where(group => group.Visible).SelectMany(group => group.All).ToList())
        {
            inner.RunTriggers(changes.Inside(question.ValueName, inner.Item!.Word), name);
        }
    }

    private bool WithTime => Element is TextQuestion { InputType: "datetime-local" };

    internal object? Held(string name) => Item is null ? Run.Held(name) : Item.Values.Value(name);

    private void Hold(string name, object? value)
    {
        if (Item is null)
        {
            Run.SetValue(name, value, this);
        }
        else
        {
            Item.Set(name, value, this);
        }
    }
}
