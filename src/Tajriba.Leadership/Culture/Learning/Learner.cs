namespace Tajriba.Leadership.Culture.Learning;

/// <summary>Who plays which part where.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Role">The part.</param>
/// <param name="Unit">Code of the unit.</param>
public sealed record Learner(long Person, ExperienceRole Role, string Unit);
