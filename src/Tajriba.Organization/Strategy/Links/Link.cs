namespace Tajriba.Organization.Strategy.Links;

/// <summary>The belief that reaching one objective helps to reach another.</summary>
/// <param name="Cause">Code of the objective that comes first.</param>
/// <param name="Effect">Code of the one that it helps.</param>
/// <param name="Lag">Months within which that should show.</param>
/// <param name="Why">Why that is believed.</param>
public sealed record Link(string Cause, string Effect, int Lag, string Why);
