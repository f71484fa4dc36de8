namespace Tajriba.Bench.Simulation;

/// <summary>Worlds whose truth is known, drawn from a seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public double Between(double low, double high) => low + ((high - low) * random.NextDouble());

    public int Between(int low, int high) => random.Next(low, high + 1);

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public double[] Normals(int count) => [.. Enumerable.Range(0, count).Select(_ => Normal())];

    /// <summary>Successes of some trials.</summary>
    public long Successes(int trials, double share)
    {
        long successes = 0;
        for (int i = 0; i < trials; i++)
        {
            successes += random.NextDouble() < share ? 1 : 0;
        }

        return successes;
    }

    /// <summary>Events of a Poisson process.</summary>
    public long Events(double mean)
    {
        // Knuth's product, in parts small enough for its exponential.
        long events = 0;
        for (double left = mean; left > 0; left -= 20)
        {
            double floor = Math.Exp(-Math.Min(left, 20));
            for (double product = random.NextDouble(); product > floor; product *= random.NextDouble())
            {
                events++;
            }
        }

        return events;
    }

    /// <summary>Shares that add up to 1, all divisions as likely (Devroye 1986, p. 568).</summary>
    public double[] Shares(int count)
    {
        double[] cuts = [0, .. Enumerable.Range(0, count - 1).Select(_ => random.NextDouble()).Order(), 1];
        return [.. cuts.Skip(1).Zip(cuts, (after, before) => after - before)];
    }

    /// <summary>Answers from 1 to the number of shares.</summary>
    public double[] Answers(int count, double[] shares)
    {
        var answers = new double[count];
        for (int i = 0; i < count; i++)
        {
            double left = random.NextDouble();
            int answer = 0;
            while (answer < shares.Length - 1 && (left -= shares[answer]) >= 0)
            {
                answer++;
            }

            answers[i] = answer + 1;
        }

        return answers;
    }
}
