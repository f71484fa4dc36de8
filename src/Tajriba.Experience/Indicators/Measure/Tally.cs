namespace Tajriba.Experience.Indicators.Measure;

/// <summary>What some observations add up to: enough for the value, its interval and its comparison with another.</summary>
internal sealed class Tally
{
    /// <summary>Observations; of a rate, what its events are counted against.</summary>
    public long Count { get; set; }

    /// <summary>Those that count: hits, events of a rate, high values.</summary>
    public long Hits { get; set; }

    /// <summary>Low values.</summary>
    public long Lows { get; set; }

    public double Mean { get; private set; }

    public double Squares { get; private set; }

    /// <summary>Every value, where a percentile is asked for.</summary>
    public List<double>? Values { get; private set; }

    /// <summary>The values in ascending order; sorted once.</summary>
    public double[] Sorted { get => field ??= Values is null ? [] : [.. Values.Order()]; private set; }

    public void AddValue(double value)
    {
        Count++;
        var delta = value - Mean;
        Mean += delta / Count;
        Squares += delta * (value - Mean);
    }

    public void Keep(double value)
    {
        Count++;
        (Values ??= []).Add(value);
    }

    /// <summary>Adds what another has counted (Chan, Golub and LeVeque 1983 for the squares).</summary>
    public void Add(Tally other)
    {
        var count = Count + other.Count;
        if (other.Count > 0 && count > 0)
        {
            var delta = other.Mean - Mean;
            Mean += delta * other.Count / count;
            Squares += other.Squares + (delta * delta * Count * other.Count / count);
        }

        Count = count;
        Hits += other.Hits;
        Lows += other.Lows;
        if (other.Values is not null)
        {
            (Values ??= []).AddRange(other.Values);
        }
    }
}
