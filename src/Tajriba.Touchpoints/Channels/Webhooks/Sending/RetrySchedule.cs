namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>The example schedule of the Standard Webhooks specification: ten attempts over three days.</summary>
/// <param name="random">Spreads attempts that failed together.</param>
public sealed class RetrySchedule(Random random)
{
    /// <summary>Attempts until a delivery is given up.</summary>
    public const int Attempts = 10;

    private const double Jitter = 0.1;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
        TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private readonly Lock gate = new();

    /// <summary>The pause after a number of failed attempts, up to a tenth longer by chance; null where it is given up.</summary>
    public TimeSpan? After(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts > Pauses.Length)
        {
            return null;
        }

        lock (gate)
        {
            return Pauses[attempts - 1] * (1 + (Jitter * random.NextDouble()));
        }
    }
}
