namespace Tajriba.Demo.Surveys;

/// <summary>A part of a service visit that customers judge from 1 to 5, and what is planted in it.</summary>
/// <param name="Code">Its row in the survey.</param>
/// <param name="Usual">Mean where nothing goes wrong.</param>
/// <param name="Weight">Its share in how gladly customers recommend the house; the weights add up to 1.</param>
public sealed record ServicePart(string Code, double Usual, double Weight)
{
    /// <summary>What a long wait for a part adds.</summary>
    public double Waiting { get; init; }

    /// <summary>What a reopened repair adds.</summary>
    public double Reopened { get; init; }

    /// <summary>What the branch that is really worse adds.</summary>
    public double WorseBranch { get; init; }
}
