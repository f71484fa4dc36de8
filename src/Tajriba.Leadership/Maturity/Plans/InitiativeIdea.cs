using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>Something that could be done, out of the library.</summary>
/// <param name="Title">What is done.</param>
/// <param name="Technology">Tools that fit the level: none that the house could not yet use.</param>
/// <param name="Effort">Months of one person.</param>
public sealed record InitiativeIdea(LocalName Title, LocalName Technology, int Effort);
