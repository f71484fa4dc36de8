namespace Tajriba.Leadership.Culture.Learning;

/// <summary>How far a path has come in a unit.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Learners">How many there should go it.</param>
/// <param name="Done">How many have done all of it.</param>
public sealed record UnitStanding(string Unit, int Learners, int Done)
{
    /// <summary>From this share on a unit counts as trained.</summary>
    public const double TrainedFrom = 0.8;

    /// <summary>Up to this share it counts as untrained; between the two it is neither.</summary>
    public const double UntrainedTo = 0.5;

    public double Share => (double)Done / Learners;

    /// <summary>True where it counts as trained, false where as untrained, null where as neither.</summary>
    public bool? IsTrained => Share >= TrainedFrom ? true : Share <= UntrainedTo ? false : null;
}
