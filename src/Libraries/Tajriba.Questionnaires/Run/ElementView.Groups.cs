using System.Globalization;

namespace Tajriba.Questionnaires;

public sealed partial class ElementView
{
    private bool inside;
    private bool started;
    private bool growing;

    internal List<GroupView> GroupList { get; } = [];

    /// <summary>Makes the groups that the answer, or the definition, calls for.</summary>
    internal void SyncGroups()
    {
        if (inside)
        {
            return;
        }

        switch (Element)
        {
            case MultipleTextQuestion texts:
                if (GroupList.Count == 0)
                {
                    GroupList.Add(new GroupView(this, "", null, texts.Items, name => $"{Key}.{name}"));
                    Elements = GroupList[0].Elements;
                }

                Fill(GroupList[0], Current as Record);
                break;
            case GridQuestion { Kind: ElementKind.MatrixDropdown } grid:
                foreach (var row in GroupList.Count > 0 ? [] : grid.Rows)
                {
                    if (Run.Take(grid.Columns.Count))
                    {
                        GroupList.Add(new GroupView(this, row.Key, row, grid.Columns.Select(column => column.Cell), name => $"{Key}[{row.Key}].{name}"));
                    }
                }

                foreach (var group in GroupList)
                {
                    Fill(group, (Current as Record)?.Value(group.Name) as Record);
                }

                break;
            case DynamicPanelQuestion or GridQuestion:
                var rows = Current as List<object?>;
                Build(rows is { Count: > 0 } ? Math.Min(rows.Count, DefinitionLimits.Entries) : Unanswered, rows?.Select(row => row as Record).ToList());
                break;
        }
    }

    /// <summary>Whether panels are being added, so that nothing within them changes by itself.</summary>
    internal bool Growing => growing;

    /// <summary>Gathers the answer from the groups.</summary>
    internal void ChangedInside()
    {
        object? value;
        switch (Element)
        {
            case MultipleTextQuestion:
                value = Js.Copy(GroupList[0].Values);
                break;
            case GridQuestion { Kind: ElementKind.MatrixDropdown }:
                var rows = new Record();
                foreach (var (name, answer) in Current as Record ?? [])
                {
                    rows[name] = answer;
                }

                foreach (var group in GroupList)
                {
                    if (Js.Empty(group.Values))
                    {
                        rows.Remove(group.Name);
                    }
                    else
                    {
                        rows[group.Name] = Js.Copy(group.Values);
                    }
                }

                value = rows;
                break;
            default:
                value = GroupList.ConvertAll(group => Js.Copy(group.Values));
                break;
        }

        if (Element is GridQuestion grid && Js.Empty(value is List<object?> list && list.TrueForAll(Js.Empty) ? null : value))
        {
            value = grid is { Kind: ElementKind.MatrixDynamic, MinRowCount: > 0 and var least } ? Blanks(least) : null;
        }

        inside = true;
        Give(value);
        inside = false;
    }

    /// <summary>Makes the entries that stand in the answer before anyone gave one: at the start, or as soon as a condition looks for one.</summary>
    internal void StartEntries()
    {
        if (started || Run.Loading)
        {
            return;
        }

        started = true;
        if (Element is DynamicPanelQuestion && GroupList.Count > 0)
        {
            foreach (var inner in GroupList.SelectMany(group => group.Elements).ToList())
            {
                inner.RunConditions();
            }

            foreach (var inner in GroupList.SelectMany(group => group.All).ToList())
            {
                inner.GiveDefault();
            }

            if (Current is null)
            {
                ChangedInside();
            }
        }
        else if (Element is GridQuestion { Kind: ElementKind.MatrixDynamic, MinRowCount: > 0 and var least } && Current is null && GroupList.Count > 0 && GroupList.Count != least)
        {
            inside = true;
            Give(Blanks(least));
            inside = false;
        }
    }

    private static List<object?> Blanks(int count) => [.. Enumerable.Range(0, count).Select(_ => new Record())];

    /// <summary>Entries where there is no answer: those to start with, and of a table that was emptied the least.</summary>
    private int Unanswered
        => Element is not GridQuestion grid || GroupList.Count == 0 ? First
            : setting || GroupList.TrueForAll(group => Js.Empty(group.Values)) ? GroupList.Count
            : grid.MinRowCount;

    private int First => Element switch
    {
        DynamicPanelQuestion panels => Math.Min(Math.Max(panels.PanelCount, panels.MinPanelCount), panels.MaxPanelCount),
        GridQuestion grid => grid.RowCount,
        _ => 0,
    };

    private static void Fill(GroupView group, Record? values)
    {
        group.Values = values is null ? [] : (Record)Js.Copy(values)!;
        foreach (var view in group.All)
        {
            view.refused = null;
            view.touched |= view.Element is Question question && group.Values.ContainsKey(question.ValueName);
            view.SyncGroups();
        }
    }

    private static int Size(IEnumerable<Element> elements)
        => elements.Sum(element => element is PanelElement panel ? 1 + Size(panel.Elements) : 1);

    private void Build(int count, IReadOnlyList<Record?>? values)
    {
        var before = GroupList.Count;
        while (GroupList.Count > count)
        {
            GroupList.RemoveAt(GroupList.Count - 1);
        }

        while (GroupList.Count < count)
        {
            var index = GroupList.Count.ToString(CultureInfo.InvariantCulture);
            IEnumerable<Element> elements = Element is DynamicPanelQuestion panels ? panels.Template : ((GridQuestion)Element).Columns.Select(column => column.Cell);
            if (!Run.Take(Size(elements)))
            {
                break;
            }

            GroupList.Add(new GroupView(this, index, null, elements, name => $"{Key}[{index}].{name}"));
        }

        for (var i = 0; i < GroupList.Count; i++)
        {
            Fill(GroupList[i], values is not null && i < values.Count ? values[i] : null);
        }

        if (Element is DynamicPanelQuestion && values is not null && !Run.Loading)
        {
            // what was given with a new panel stays, whatever its conditions say at first
            growing = true;
            foreach (var view in GroupList.Skip(before).SelectMany(group => group.Elements))
            {
                view.RunConditions();
            }

            growing = false;
        }
    }

    private void TakeAway(int index)
    {
        var values = GroupList.ConvertAll(group => (Record?)group.Values);
        values.RemoveAt(index);
        Build(values.Count, values);
        var left = Current as List<object?>;
        if (Element is DynamicPanelQuestion)
        {
            ChangedInside();
        }
        else if (left is not null && index < left.Count)
        {
            left = [.. left.Where((_, at) => at != index)];
            inside = true;
            Give(left.TrueForAll(Js.Empty) ? null : left);
            inside = false;
        }
    }

    /// <summary>Drops the answers of rows that are not shown.</summary>
    private void DropHiddenGroups()
    {
        if (Element is not GridQuestion || IsEmpty || GroupList.TrueForAll(group => group.Visible))
        {
            return;
        }

        if (Current is Record rows)
        {
            var kept = new Record();
            foreach (var group in GroupList.Where(group => group.Visible && rows.ContainsKey(group.Name)))
            {
                kept[group.Name] = rows[group.Name];
            }

            Give(kept.Count == 0 ? null : kept);
        }
    }

    private void Resize(int count)
    {
        var values = GroupList.ConvertAll(group => (Record?)group.Values);
        var (preset, copy) = Element switch
        {
            DynamicPanelQuestion panels => (panels.DefaultPanel, panels.CopyLast),
            GridQuestion grid => (grid.DefaultRow, grid.CopyLast),
            _ => (null, false),
        };
        while (values.Count < count)
        {
            values.Add(copy && values.Count > 0 ? Js.Copy(values[^1]) as Record : Js.From(preset) as Record);
        }

        var before = GroupList.Count;
        Build(count, values);
        foreach (var fresh in GroupList.Skip(before).SelectMany(group => group.All))
        {
            fresh.GiveDefault();
        }

        if (Element is DynamicPanelQuestion || preset is not null || copy)
        {
            ChangedInside();
        }

        Run.RunConditions();
    }

    private void RunGroups()
    {
        switch (Element)
        {
            case DynamicPanelQuestion { PanelCountExpression: { } formula } panels:
                ResizeTo(Js.Number(formula.Evaluate(Scope)), panels.MinPanelCount, panels.MaxPanelCount);
                break;
            case GridQuestion { RowCountExpression: { } formula, Kind: ElementKind.MatrixDynamic } grid:
                ResizeTo(Js.Number(formula.Evaluate(Scope)), grid.MinRowCount, grid.MaxRowCount);
                break;
        }

        foreach (var group in GroupList.ToArray())
        {
            if (Element is GridQuestion grid && group.Row is { } row && (row.VisibleIf ?? grid.RowsVisibleIf) is { } condition)
            {
                group.Visible = condition.Holds(new ItemScope(Js.From(row.Source), Scope));
            }

            foreach (var inner in group.Elements)
            {
                inner.RunConditions();
            }

            if (Element is DynamicPanelQuestion panels)
            {
                group.Visible = panels.TemplateVisibleIf?.Holds(new GroupScope(group)) != false && group.Elements.Any(inner => inner.Visible);
            }
        }
    }

    /// <summary>What is no number counts as none.</summary>
    private void ResizeTo(double wanted, int least, int most)
    {
        var count = double.IsNaN(wanted) ? Math.Max(least, 0) : (int)Math.Clamp(Math.Floor(wanted), least, Math.Max(least, most));
        if (count != GroupList.Count)
        {
            var values = GroupList.ConvertAll(group => (Record?)group.Values);
            Build(count, values);
            if (Element is DynamicPanelQuestion)
            {
                inside = true;
                Give(count == 0 ? null : GroupList.ConvertAll(group => Js.Copy(group.Values)));
                inside = false;
            }
            else if (Current is List<object?> rows && rows.Count > count)
            {
                inside = true;
                Give(count == 0 ? null : rows.Take(count).ToList());
                inside = false;
            }
        }
    }
}
