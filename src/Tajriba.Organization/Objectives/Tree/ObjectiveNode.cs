using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Checkins;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;

namespace Tajriba.Organization.Objectives.Tree;

/// <summary>An objective in the tree, and how it stands.</summary>
/// <param name="kept">The objective.</param>
/// <param name="cycle">Its cycle.</param>
/// <param name="results">How its key results stand.</param>
/// <param name="checkins">What was said of it, oldest first.</param>
public sealed class ObjectiveNode(Kept<Objective> kept, Kept<Cycle> cycle, IReadOnlyList<ResultReading> results, IReadOnlyList<Checkin> checkins)
{
    /// <summary>Days after which somebody should say how it stands.</summary>
    public const int CheckinDays = 7;

    public Kept<Objective> Kept { get; } = kept;

    public Kept<Cycle> Cycle { get; } = cycle;

    public IReadOnlyList<ResultReading> Results { get; } = results;

    public IReadOnlyList<Checkin> Checkins { get; } = checkins;

    public string Code => Kept.Code;

    public Objective Value => Kept.Value;

    /// <summary>The objective that it serves, or null.</summary>
    public ObjectiveNode? Parent { get; internal set; }

    /// <summary>The objectives that serve it.</summary>
    public IReadOnlyList<ObjectiveNode> Children { get; internal set; } = [];

    /// <summary>Share of the way, 0 to 1; null where nothing is known.</summary>
    public double? Progress { get; internal set; }

    public Standing Standing { get; internal set; }

    /// <summary>What was said last, or null.</summary>
    public Checkin? Last => Checkins.Count > 0 ? Checkins[^1] : null;

    /// <summary>How likely it is that every key result that can be forecast is reached: that of the least likely one, 0 to 1.</summary>
    public double? Likelihood => Results.Select(r => r.Forecast?.Likelihood).Min();

    /// <summary>Whether it is time to say how it stands.</summary>
    public bool IsSilent(DateOnly today)
        => !Cycle.Value.IsClosed && Value.Scoring is null && Cycle.Value.Holds(today)
            && today.DayNumber - Math.Max(Cycle.Value.From.DayNumber, Last is { } last ? DateOnly.FromDateTime(last.At.UtcDateTime).DayNumber : 0) > CheckinDays;

    /// <summary>It and all below it.</summary>
    public IEnumerable<ObjectiveNode> Walk() => Children.SelectMany(c => c.Walk()).Prepend(this);

    /// <summary>What its progress is made of: its own key results and the objectives that contribute.</summary>
    internal void Sum()
    {
        (double? Progress, Standing Standing, double Weight)[] parts =
        [
            .. Results.Select(r => (r.Progress, r.Standing, r.Result.Weight)),
            .. Children.Where(c => c.Value.Contributes).Select(c => (c.Progress, c.Standing, 1.0)),
        ];
        Progress = Value.Scoring is { } scoring ? scoring.Score : ResultProgress.Mean([.. parts.Select(p => (p.Progress, p.Weight))]);
        Standing = Value.Scoring is { } ended ? (ended.Score >= ResultProgress.Likely ? Standing.Reached : ended.Score >= ResultProgress.Unlikely ? Standing.AtRisk : Standing.OffTrack)
            : ResultProgress.Whole([.. parts.Select(p => (p.Standing, p.Weight))]);
    }
}
