using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Organization.Objectives.Tree;

namespace Tajriba.Organization.Objectives.Write;

/// <summary>
/// Whether an objective is specific, measurable, ambitious and bound to a time (the cycle sees to the last): hints, never refusals.
/// </summary>
public static class ObjectiveChecks
{
    private const int FewestWords = 3;
    private const int ManyResults = 5;
    private const double Early = 0.5;
    private const double Certain = 0.9;
    private const double Hopeless = 0.05;

    /// <summary>What could be better about an objective as it stands.</summary>
    /// <param name="node">The objective.</param>
    /// <param name="today">Today, where the organization is.</param>
    public static IReadOnlyList<Check> Of(ObjectiveNode node, DateOnly today)
        => [.. OfWhole(node.Value, node.Children.Any(c => c.Value.Contributes)), .. node.Results.SelectMany(r => OfResult(r, node.Cycle.Value.Elapsed(today)))];

    private static IEnumerable<Check> OfWhole(Objective objective, bool isCarried)
    {
        if (objective.Owner is null)
        {
            yield return new(CheckKind.NoOwner);
        }

        if (objective.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < FewestWords)
        {
            yield return new(CheckKind.Vague);
        }

        if (objective.Title.Any(char.IsDigit))
        {
            yield return new(CheckKind.NumberInTitle);
        }

        if (objective.Results.Count == 0)
        {
            // One that others carry is seen by theirs.
            if (!isCarried)
            {
                yield return new(CheckKind.NoResult);
            }

            yield break;
        }

        if (objective.Results.Count == 1 && !isCarried)
        {
            yield return new(CheckKind.OneResult);
        }

        if (objective.Results.Count > ManyResults)
        {
            yield return new(CheckKind.ManyResults);
        }

        if (objective.Results.All(r => !r.MeasuresItself))
        {
            yield return new(CheckKind.NothingMeasured);
        }
    }

    private static IEnumerable<Check> OfResult(ResultReading reading, double elapsed)
    {
        KeyResult result = reading.Result;
        if (!result.MeasuresItself)
        {
            if (TaskWords.Begin(result.Title))
            {
                yield return new(CheckKind.Task, result.Key);
            }

            if (result.Baseline is null && !result.Keeps)
            {
                yield return new(CheckKind.NoBaseline, result.Key);
                yield break;
            }
        }
        else if (reading.Definition is null)
        {
            yield return new(CheckKind.Gone, result.Key);
            yield break;
        }
        else if (reading.Value is not { IsEnough: true })
        {
            yield return new(CheckKind.Thin, result.Key);
            yield break;
        }
        else if (reading.Baseline is null && !result.Keeps)
        {
            yield return new(CheckKind.NoBaseline, result.Key);
            yield break;
        }

        if (!result.Keeps && reading is { Baseline: { } from, Goal: { } to })
        {
            if (reading.LessIsBetter ? from <= to : from >= to)
            {
                yield return new(CheckKind.WasReached, result.Key);
                yield break;
            }

            if (reading.Value is { Lower: { } lower, Upper: { } upper } && Math.Abs(to - from) < (upper - lower) / 2)
            {
                yield return new(CheckKind.WithinChance, result.Key);
            }
        }

        if (elapsed <= Early && !result.Keeps && reading.Forecast is { } forecast)
        {
            if (forecast.Likelihood >= Certain)
            {
                yield return new(CheckKind.Easy, result.Key);
            }
            else if (forecast.Likelihood < Hopeless)
            {
                yield return new(CheckKind.OutOfReach, result.Key);
            }
        }
    }
}
