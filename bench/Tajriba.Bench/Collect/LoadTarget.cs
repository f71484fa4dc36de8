namespace Tajriba.Bench.Collect;

/// <summary>Where a load goes to.</summary>
/// <param name="Port">Port on the loopback address.</param>
/// <param name="Key">Write key.</param>
internal sealed record LoadTarget(int Port, string Key)
{
    private static long numbers;

    /// <summary>Numbers for so many messages; never the same twice in this process.</summary>
    public static long Take(int events) => Interlocked.Add(ref numbers, events) - events;
}
