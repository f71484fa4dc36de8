namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>A factor to start with.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Given">What it does to all others, direct and indirect.</param>
/// <param name="Level">Where it stands.</param>
public sealed record StartHere(Factor Factor, double Given, double Level);
