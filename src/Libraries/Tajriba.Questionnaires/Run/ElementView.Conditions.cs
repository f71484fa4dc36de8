namespace Tajriba.Questionnaires;

public sealed partial class ElementView
{
    private void RunOwn()
    {
        if (Element.VisibleIf is { } visible && Run.Concerns(visible, this))
        {
            Show(visible.Evaluate(Scope) is true);
        }

        if (Element.EnableIf is { } enable && Run.Concerns(enable, this))
        {
            locked = enable.Evaluate(Scope) is false;
        }

        if (Element.RequiredIf is { } require && Run.Concerns(require, this))
        {
            needed = require.Evaluate(Scope) is true;
        }

        if (Element is ExpressionQuestion { Formula: { } formula } question && Enabled)
        {
            var value = formula.Evaluate(Scope);
            if (value is double number)
            {
                value = double.IsPositiveInfinity(number) ? null : question.Precision >= 0 ? Operators.Rounded(number, question.Precision) : number;
                if (question.Precision == 0 && value is double whole && double.IsFinite(whole))
                {
                    value = double.Parse(whole.ToString("F0", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
                }
            }

            Give(value);
        }
    }

    /// <summary>Shown or hidden just now.</summary>
    private void Turned()
    {
        if (Element is PanelElement)
        {
            foreach (var inner in Walk(Elements))
            {
                if (!Visible)
                {
                    inner.ClearIfHidden(ClearInvisible.OnHiddenContainer);
                }
                else
                {
                    inner.GiveDefault();
                }
            }
        }
        else if (ClearsOnHidden)
        {
            if (!Visible)
            {
                ClearIfHidden(ClearInvisible.OnHidden);
            }
            else if (VisibleInRun)
            {
                GiveDefault();
            }
        }
    }

    private void Reset(Question question)
    {
        if (question.Default is null && question.DefaultValueExpression is null)
        {
            Clear();
        }
        else if (question.DefaultValueExpression is { } formula)
        {
            RunDefault(formula);
        }
        else
        {
            Plain(question);
        }
    }

    private void RunDefault(Expression formula)
    {
        var value = formula.Evaluate(Scope) ?? Js.From(((Question)Element).Default);
        viaDefault = true;
        Give(Js.Answer(value, WithTime));
        viaDefault = false;
    }

    private void Plain(Question question)
    {
        var value = Js.From(question.Default);
        switch (question)
        {
            case BooleanQuestion boolean when value is not null:
                if (value is "indeterminate")
                {
                    return;
                }

                value = Js.Same(value, true) || (boolean.WhenTrue is not null && Js.Same(value, Js.From(boolean.WhenTrue)))
                    ? Js.From(boolean.ValueTrue)
                    : Js.Same(value, false) || (boolean.WhenFalse is not null && Js.Same(value, Js.From(boolean.WhenFalse)))
                        ? Js.From(boolean.ValueFalse)
                        : null;
                break;
            case DynamicPanelQuestion { DefaultPanel: { } row } panels when value is null && GroupList.Count > 0:
                value = Enumerable.Range(0, GroupList.Count).Select(_ => Js.From(row)).ToList();
                break;
            case GridQuestion { DefaultRow: { } row, Kind: ElementKind.MatrixDynamic } when value is null && GroupList.Count > 0:
                value = Enumerable.Range(0, GroupList.Count).Select(_ => Js.From(row)).ToList();
                break;
            case ChoiceQuestion { ShowOther: true, IsMultiple: false } choice when value is not null && Unknown(choice, value) && !choice.ShowCommentArea:
                Give("other");
                Remark(choice, Js.Text(value));
                return;
        }

        if (!Js.Empty(value))
        {
            Give(value);
        }
    }
}
