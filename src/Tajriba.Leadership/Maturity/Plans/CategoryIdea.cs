using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>Something that helps one category while it stands between two levels.</summary>
/// <param name="From">The lowest level that it fits.</param>
/// <param name="To">The level that it leads to; from there on something else helps.</param>
/// <param name="Title">What is done.</param>
/// <param name="Technology">Tools that fit the level: none that the house could not yet use.</param>
/// <param name="Effort">Months of one person.</param>
public sealed record CategoryIdea(double From, double To, LocalName Title, LocalName Technology, int Effort)
{
    /// <summary>Whether it fits a category at a level.</summary>
    public bool Fits(double level) => level >= From && level < To;
}
