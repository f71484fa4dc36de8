using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Figures;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Objectives.Results;

namespace Tajriba.Organization.Objectives.Tree;

/// <summary>Whether the objectives below can carry a key result: what the whole would be if each of theirs reached its goal.</summary>
/// <param name="Result">The key result of the objective above.</param>
/// <param name="Whole">What the whole would be.</param>
/// <param name="Parts">Key results of the same indicator below, with the share of the observations that each stands for, 0 to 1.</param>
/// <param name="Rest">Share of the observations for which nobody has one; there everything is taken to stay as it is.</param>
public sealed record Cascade(ResultReading Result, double Whole, IReadOnlyList<(ObjectiveNode Objective, ResultReading Result, double Share)> Parts, double Rest)
{
    /// <summary>Whether that is enough.</summary>
    public bool Suffices => Result.Goal is { } goal && (Result.LessIsBetter ? Whole <= goal : Whole >= goal);

    /// <summary>Looks at each key result of an objective that those below share. A percentile of a whole does not follow from those of its parts.</summary>
    public static async Task<IReadOnlyList<Cascade>> OfAsync(ObjectiveNode node, IndicatorFigures figures, ResultReader results, UnitTree units, CancellationToken cancellationToken = default)
    {
        var found = new List<Cascade>();
        foreach (ResultReading own in node.Results)
        {
            if (own is not { Definition: { Kind: not IndicatorKind.Percentile } definition, Result.Indicator: { } cut, Goal: not null })
            {
                continue;
            }

            (ObjectiveNode Objective, ResultReading Result)[] below = [.. node.Children.SelectMany(c => c.Results.Select(r => (c, r))).Where(p => p.r.Result.Indicator == cut && p.r.Result.Unit != own.Result.Unit && p.r.Goal is not null)];
            if (below.Length > 0)
            {
                FigureQuery query = results.Query(own.Result, cut, definition, node.Cycle.Value);
                if (Of(own, below, await figures.ByUnitAsync(cut, query.Window, cancellationToken), units) is { } cascade)
                {
                    found.Add(cascade);
                }
            }
        }

        return found;
    }

    /// <summary>The mean of the goals, weighted by observations; where units overlap the first one counts them.</summary>
    public static Cascade? Of(ResultReading own, IReadOnlyList<(ObjectiveNode Objective, ResultReading Result)> below, IReadOnlyDictionary<string, IndicatorValue> byUnit, UnitTree units)
    {
        HashSet<string>? within = Codes(own.Result.Unit, units);
        Dictionary<string, IndicatorValue> left = byUnit.Where(u => u.Value.Count > 0 && u.Value.Value is not null && within?.Contains(u.Key) != false).ToDictionary(StringComparer.Ordinal);
        long all = left.Sum(u => u.Value.Count);
        if (all == 0)
        {
            return null;
        }

        var parts = new List<(ObjectiveNode, ResultReading, double)>();
        double sum = 0;
        foreach ((ObjectiveNode objective, ResultReading result) in below)
        {
            HashSet<string>? codes = Codes(result.Result.Unit, units);
            long count = 0;
            foreach (string code in left.Keys.Where(c => codes?.Contains(c) != false).ToList())
            {
                left.Remove(code, out IndicatorValue? value);
                count += value!.Count;
            }

            sum += count * result.Goal!.Value;
            parts.Add((objective, result, (double)count / all));
        }

        sum += left.Values.Sum(v => v.Count * v.Value!.Value);
        return new(own, sum / all, parts, (double)left.Values.Sum(v => v.Count) / all);
    }

    private static HashSet<string>? Codes(string? unit, UnitTree units)
        => unit is null ? null : units.Find(unit) is { } found ? units.Within(found).Select(u => u.Code).ToHashSet(StringComparer.Ordinal) : new(StringComparer.Ordinal) { unit };
}
