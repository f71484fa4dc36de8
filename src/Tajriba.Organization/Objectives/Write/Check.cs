namespace Tajriba.Organization.Objectives.Write;

/// <summary>Something to mend.</summary>
/// <param name="Kind">What.</param>
/// <param name="Result">Key of the key result; null where the objective itself is meant.</param>
public sealed record Check(CheckKind Kind, string? Result = null);
