using Tajriba.Organization.Objectives.Results;

namespace Tajriba.Organization.Objectives.Reviews;

/// <summary>An objective on an agenda.</summary>
/// <param name="Part">Why it stands there.</param>
/// <param name="Objective">Code of the objective.</param>
/// <param name="Standing">How it stood.</param>
/// <param name="Progress">Share of the way, 0 to 1; null where it was not known.</param>
/// <param name="Before">The same at the review before; null where it was not looked at then.</param>
public sealed record ReviewedItem(ReviewPart Part, string Objective, Standing Standing, double? Progress, double? Before);
