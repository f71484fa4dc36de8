namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Named columns of numbers of equal length, null where one is missing.</summary>
internal sealed record NumberTable(string[] Names, double?[][] Values)
{
    public int Rows => Values.Length == 0 ? 0 : Values[0].Length;

    /// <summary>These rows alone.</summary>
    public NumberTable Take(IReadOnlyList<int> rows) => this with { Values = Array.ConvertAll(Values, column => rows.Select(i => column[i]).ToArray()) };

    /// <summary>The rows in which nothing is missing.</summary>
    public DataColumns Complete()
    {
        int[] complete = [.. Enumerable.Range(0, Rows).Where(i => Array.TrueForAll(Values, column => column[i] is not null))];
        return new DataColumns(Names, Array.ConvertAll(Values, column => Array.ConvertAll(complete, i => column[i]!.Value)));
    }
}
