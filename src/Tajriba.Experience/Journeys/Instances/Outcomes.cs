using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Instances;

/// <summary>Which journeys succeeded.</summary>
internal static class Outcomes
{
    public static bool[]? Of(SuccessRule? rule, LogView view)
    {
        if (rule is null)
        {
            return null;
        }

        var activities = view.Log.Activities;
        var means = new bool[activities.Count];
        for (var code = 0; code < means.Length; code++)
        {
            means[code] = rule.Events.Contains(activities[code]);
        }

        var column = rule.Attribute.Length == 0 ? null : view.Log.Column(rule.Attribute);
        var value = -1;
        if (column is { Level: AttributeLevel.Event })
        {
            value = column.Values.IndexOf(rule.Value);
        }

        var byValue = value >= 0;
        var codes = byValue ? view.CodesOf(column!) : default;
        var steps = view.ActivityCodes;
        var starts = view.Starts;
        var ends = view.Ends;
        var result = new bool[view.CaseCount];
        for (var i = 0; i < result.Length; i++)
        {
            for (int p = starts[i], end = ends[i]; p < end && !result[i]; p++)
            {
                result[i] = means[steps[p]] || (byValue && codes[p] == value);
            }
        }

        return result;
    }
}
