namespace Tajriba.ProcessMining;

/// <summary>A row or event that was left out.</summary>
/// <param name="Line">Where it stands or begins, from 1.</param>
/// <param name="Reason">Why, in a few words.</param>
public readonly record struct Rejection(long Line, string Reason);
