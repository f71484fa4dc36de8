using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>What experts judge in a round: a component of a frame, or a factor of the house's own.</summary>
/// <param name="Key">Key of the component; of an own factor a hyphen and its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Short">The same in one to three words, for pictures; the name where null.</param>
public sealed record Factor(string Key, LocalName Name, LocalName? Short = null)
{
    /// <summary>What it is called where there is little room.</summary>
    public LocalName Label => Short ?? Name;
}
