namespace Tajriba.Questionnaires;

public sealed partial class ElementView
{
    private static readonly string[] Bounded = ["number", "range", "date", "datetime-local", "month", "time", "week"];

    /// <summary>Least or greatest value of a text; for dates 2999-12-31 where none is given.</summary>
    internal object? Bound(bool least)
    {
        if (Element is SliderQuestion slider)
        {
            return (least ? slider.MinValueExpression : slider.MaxValueExpression)?.Evaluate(Scope) ?? (least ? slider.Min : slider.Max);
        }

        if (Element is not TextQuestion question)
        {
            return null;
        }

        var value = (least ? question.MinValueExpression : question.MaxValueExpression) is { } formula
            ? formula.Evaluate(Scope)
            : Js.From(least ? question.Min : question.Max);
        return Js.Empty(value) && !least && IsDate(question) ? "2999-12-31" : value;
    }

    internal bool Under() => Element is TextQuestion question && Beyond(question, Current, Bound(least: true), least: true);

    internal bool Over() => Element is TextQuestion question && Beyond(question, Current, Bound(least: false), least: false);

    private bool OutOfBounds(object? value)
        => Element is TextQuestion question && Bounded.Contains(question.InputType)
            && (Beyond(question, value, Bound(least: true), least: true) || Beyond(question, value, Bound(least: false), least: false));

    private static bool IsDate(TextQuestion question) => question.InputType is "date" or "datetime-local";

    private static bool Beyond(TextQuestion question, object? value, object? bound, bool least)
    {
        if (Js.Blank(value) || Js.Empty(bound))
        {
            return false;
        }

        if (IsDate(question))
        {
            return Js.Date(value) is { } date && Js.Date(bound) is { } limit && (least ? date < limit : date > limit);
        }

        return least ? Js.Less(value, bound) : Js.Less(bound, value);
    }
}
