using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>Where each journey of a log is counted: by stratum and outcome, and by home unit. Looked up once, so that counting is adding.</summary>
internal sealed class ExposureCells
{
    public ExposureCells(InstanceLog log)
    {
        var strata = log.Success is null ? 0 : log.StratumNames.Count;
        OutcomeCount = strata * 2;
        UnitCount = log.Units?.Values.Count ?? 0;
        Outcome = new int[log.Count];
        Unit = new int[log.Count];
        var homes = log.Homes;
        int[] stratumOf = strata == 0 ? [] : log.StratumCodes;
        for (var i = 0; i < Outcome.Length; i++)
        {
            Outcome[i] = strata == 0 || log.Endings[i] == InstanceEnding.Open ? OutcomeCount : (stratumOf[i] * 2) + (log.Success![i] ? 1 : 0);
            Unit[i] = homes[i] < 0 ? UnitCount : homes[i];
        }
    }

    /// <summary>Twice the number of strata; the cell after the last takes journeys that have no outcome.</summary>
    public int OutcomeCount { get; }

    /// <summary>The cell after the last takes journeys without a home.</summary>
    public int UnitCount { get; }

    /// <summary>Per journey: stratum · 2, and 1 more where it succeeded.</summary>
    public int[] Outcome { get; }

    /// <summary>Per journey: code of its home unit.</summary>
    public int[] Unit { get; }
}
