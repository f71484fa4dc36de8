namespace Tajriba.Statistics;

/// <summary>
/// LinUCB with one linear model an arm (Li, Chu, Langford and Schapire, WWW 2010, algorithm 1): plays the arm whose upper
/// confidence bound is highest.
/// </summary>
public sealed class LinUcb
{
    /// <summary>Bounds nearer than this count as equal: arms with the same history may differ by rounding.</summary>
    private const double Tie = 1e-12;

    private readonly double alpha;
    private readonly double[][][] designs;
    private readonly double[][] responses;

    /// <summary>Begins without any experience.</summary>
    /// <param name="arms">At least 1.</param>
    /// <param name="features">Numbers in a context, at least 1.</param>
    /// <param name="alpha">Width of the confidence bound, not negative.</param>
    /// <param name="ridge">Weight of the prior that all coefficients are 0, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public LinUcb(int arms, int features, double alpha = 1, double ridge = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(arms, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        Guard.NotNegative(alpha);
        Guard.Positive(ridge);
        this.alpha = alpha;
        designs = new double[arms][][];
        responses = LinearAlgebra.Zero(arms, features);
        for (var arm = 0; arm < arms; arm++)
        {
            designs[arm] = LinearAlgebra.Identity(features);
            for (var i = 0; i < features; i++)
            {
                designs[arm][i][i] = ridge;
            }
        }
    }

    /// <summary>A of each arm: ridge I + Σ x xᵀ over the contexts in which it was played.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Designs => designs;

    /// <summary>b of each arm: Σ reward x.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Responses => responses;

    /// <summary>θ = A⁻¹ b of each arm.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Coefficients => [.. designs.Select((design, arm) => LinearAlgebra.Multiply(Inverse(design), responses[arm]))];

    /// <summary>θᵀx + α √(xᵀ A⁻¹ x) of each arm.</summary>
    /// <param name="context">Finite, as many numbers as features.</param>
    /// <exception cref="ArgumentException">The context does not fit.</exception>
    public IReadOnlyList<double> Bounds(ReadOnlySpan<double> context)
    {
        Fit(context);
        var bounds = new double[designs.Length];
        for (var arm = 0; arm < bounds.Length; arm++)
        {
            var direction = LinearAlgebra.Multiply(Inverse(designs[arm]), context);
            bounds[arm] = LinearAlgebra.Dot(direction, responses[arm]) + (alpha * Math.Sqrt(LinearAlgebra.Dot(direction, context)));
        }

        return bounds;
    }

    /// <summary>The arm of the highest bound, the lowest arm where bounds tie.</summary>
    /// <param name="bounds">At least one.</param>
    public static int Choose(IReadOnlyList<double> bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        var best = 0;
        for (var arm = 1; arm < bounds.Count; arm++)
        {
            best = bounds[arm] > bounds[best] + Tie ? arm : best;
        }

        return best;
    }

    /// <summary>Learns what an arm earned.</summary>
    /// <param name="arm">The arm that was played, 0-based.</param>
    /// <param name="context">Finite, as many numbers as features.</param>
    /// <param name="reward">Finite.</param>
    /// <exception cref="ArgumentException">The context does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such arm, or the reward is not finite.</exception>
    public void Learn(int arm, ReadOnlySpan<double> context, double reward)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(arm);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(arm, designs.Length);
        Fit(context);
        Guard.Finite(reward);
        for (var i = 0; i < context.Length; i++)
        {
            responses[arm][i] += reward * context[i];
            for (var j = 0; j < context.Length; j++)
            {
                designs[arm][i][j] += context[i] * context[j];
            }
        }
    }

    private static double[][] Inverse(double[][] design)
        => LinearAlgebra.Inverse(design) ?? throw new InvalidOperationException("The contexts span too many orders of magnitude.");

    private void Fit(ReadOnlySpan<double> context)
    {
        Guard.Sample(context, 1);
        if (context.Length != responses[0].Length)
        {
            throw new ArgumentException($"Needs {responses[0].Length} values.", nameof(context));
        }
    }
}
