namespace Tajriba.Demo.Story;

/// <summary>
/// A seeded source of chance that gives the same numbers on every runtime (SplitMix64, Steele et al. 2014). Every customer
/// and every journey throws dice of its own, so that telling one story longer changes no other.
/// </summary>
internal struct Dice
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    private Dice(ulong state) => this.state = state;

    public static Dice Of(long seed, Stream stream, long first, long second = 0)
        => new(Mix(Mix(Mix((ulong)seed + Golden) ^ ((ulong)stream * Golden)) ^ (((ulong)first << 20) + (ulong)second)));

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>A whole number from 0 up to but not including <paramref name="below"/>.</summary>
    public int Below(int below) => (int)(Unit() * below);

    /// <summary>A whole number between the two, ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>A normal number (Box and Muller 1958).</summary>
    public double Normal(double deviation) => deviation * Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    public double Exponential(double mean) => -Math.Log(1 - Unit()) * mean;

    /// <summary>Place of one of the weights, each drawn in proportion.</summary>
    public int Pick(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = Unit() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    private ulong Next() => Mix(state += Golden);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
