namespace Tajriba.Questionnaires;

public sealed partial class ElementView
{
    /// <summary>What a name means that leads to this question or into its answer, as the value contexts of survey-core have it.</summary>
    internal Found? Look(NamePath path, int from, int? index)
    {
        switch (Element)
        {
            case MatrixQuestion:
                return Row(path, from) ?? path.Dig(Current, from);
            case MultipleTextQuestion:
                return Row(path, from);
            case GridQuestion { Kind: ElementKind.MatrixDropdown }:
                return from == path.Steps.Length && IsEmpty ? new Found(null) : Row(path, from) ?? path.Dig(Current, from);
            case DynamicPanelQuestion or GridQuestion when index is >= 0 and var at:
                StartEntries();
                return at < GroupList.Count ? GroupList[at].Look(path, from, root: false) : null;
            case DynamicPanelQuestion or GridQuestion when IsEmpty:
                return from == path.Steps.Length ? new Found(null) : null;
            default:
                return Own(path, from, index);
        }
    }

    private Found? Own(NamePath path, int from, int? index)
    {
        var left = path.Steps.Length - from;
        if (left == 0 || (left == 1 && path.Steps[from].Name == "self"))
        {
            return Whole(index);
        }

        if (left > 1 && path.Steps[from].Name == "panel" && Parent is not null)
        {
            return Among(Parent.Elements.SelectMany(inner => Walk([inner])), path, from + 1, longest: true);
        }

        if (IsEmpty)
        {
            return null;
        }

        var value = Current;
        if (index is >= 0 and var at)
        {
            value = value is List<object?> list && at < list.Count ? list[at] : null;
        }

        return path.Dig(value, from);
    }

    private Found Whole(int? index)
    {
        var value = Current ?? (Element is ChoiceQuestion { IsMultiple: true } ? new List<object?>() : null);
        if (index is >= 0 and var at && value is List<object?> list)
        {
            value = at < list.Count ? list[at] : null;
        }

        return new Found(value ?? (Item is { Owner: { Element: MultipleTextQuestion, Current: null } } ? Null.Value : null), Display, Element.Kind == ElementKind.Ranking);
    }

    /// <summary>A row or an item by its name, the shortest name first.</summary>
    private Found? Row(NamePath path, int from)
    {
        for (var at = from; from < path.Steps.Length && at <= path.Reach(from); at++)
        {
            var name = path.Join(from, at);
            switch (Element)
            {
                case MatrixQuestion when MatrixRows.FirstOrDefault(row => string.Equals(row.Key, name, StringComparison.OrdinalIgnoreCase)) is { } row:
                    return at + 1 == path.Steps.Length ? new Found(Current is Record rows ? rows.Value(row.Key) ?? Null.Value : null, InColumns) : null;
                case GridQuestion when GroupList.Find(group => group.Visible && string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase)) is { } group:
                    return group.Look(path, at + 1, root: false);
                case MultipleTextQuestion when GroupList.Count > 0 && GroupList[0].All.FirstOrDefault(item => item.Element.Name == name) is { } item:
                    return item.Look(path, at + 1, path.Steps[at].Index);
            }
        }

        return null;
    }

    /// <summary>The question among some that a name leads to, and what it makes of the rest of it.</summary>
    internal static Found? Among(IEnumerable<ElementView> views, NamePath path, int from, bool longest)
    {
        var reach = path.Reach(from);
        for (var step = 0; from + step <= reach; step++)
        {
            var at = longest ? reach - step : from + step;
            var name = path.Join(from, at);
            if (views.FirstOrDefault(view => view.Element is Question question && string.Equals(question.ValueName, name, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found.Look(path, at + 1, path.Steps[at].Index);
            }
        }

        return null;
    }

    private object? InColumns(object? value)
        => ((MatrixQuestion)Element).Columns.FirstOrDefault(column => Js.Same(Js.From(column.Source), value)) is { } column ? View(column).Text : value;
}
