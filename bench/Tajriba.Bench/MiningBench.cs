namespace Tajriba.Bench;

/// <summary>Ours and DuckDB side by side.</summary>
internal static class MiningBench
{
    public static void Run(string folder, string? report)
    {
    }
}
