using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Instances;

/// <summary>Groups journeys by the first value that each of the definition's confounders takes in them.</summary>
internal static class Strata
{
    private const string Unknown = "—";

    public static (int[] Codes, IReadOnlyList<string> Names) Of(InstanceLog log)
    {
        var codes = new int[log.Count];
        IReadOnlyList<string> names = [""];
        foreach (var confounder in log.Definition.Confounders)
        {
            if (log.View.Log.Column(confounder) is { } column)
            {
                names = Refine(log.View, column, codes, names);
            }
        }

        return (codes, names);
    }

    private static List<string> Refine(LogView view, AttributeColumn column, int[] codes, IReadOnlyList<string> names)
    {
        var refined = new Dictionary<(int Old, int Value), int>();
        var result = new List<string>();
        var values = column.Level == AttributeLevel.Case ? column.Codes : view.CodesOf(column);
        var starts = view.Starts;
        var ends = view.Ends;
        for (var i = 0; i < codes.Length; i++)
        {
            var value = -1;
            if (column.Level == AttributeLevel.Case)
            {
                value = values[view.CaseAt(i)];
            }

            for (int p = starts[i], end = ends[i]; column.Level == AttributeLevel.Event && p < end && value < 0; p++)
            {
                value = values[p];
            }

            if (!refined.TryGetValue((codes[i], value), out var code))
            {
                code = result.Count;
                refined.Add((codes[i], value), code);
                var text = value < 0 ? Unknown : column.Values[value];
                result.Add(names[codes[i]].Length == 0 ? text : names[codes[i]] + " · " + text);
            }

            codes[i] = code;
        }

        return result;
    }
}
