using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>The rounds that one person may see: all of them with the right over every unit, else those that ask for the person.</summary>
public sealed class RoundReader(MaturityBook book, ICurrentPerson person)
{
    /// <summary>Whether the person may change rounds.</summary>
    public bool Manages => person.ScopeOf(MaturityPermissions.Manage).IsEverything;

    /// <summary>The rounds that may be seen, the newest first.</summary>
    public IReadOnlyList<Kept<Round>> All => [.. book.All<Round>(MaturityBook.Round).Where(Sees).Reverse()];

    /// <summary>One of them, or null.</summary>
    public Kept<Round>? Find(string code) => book.Find<Round>(MaturityBook.Round, code) is { } kept && Sees(kept) ? kept : null;

    /// <summary>Whether the person is asked in a round.</summary>
    public bool IsAsked(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Experts.Contains(person.Id);
    }

    private bool Sees(Kept<Round> kept) => person.ScopeOf(MaturityPermissions.View).IsEverything || IsAsked(kept.Value);
}
