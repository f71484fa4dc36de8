namespace Tajriba.Statistics;

/// <summary>What the direct relations are divided by.</summary>
public enum DematelDivisor
{
    /// <summary>The largest of all row sums and column sums, which keeps the series of indirect effects finite on both sides.</summary>
    RowsAndColumns,

    /// <summary>The largest row sum, as in the original of 1976.</summary>
    Rows,
}
