using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>What one person may do and see of the pulse: everybody answers and sees the whole; of units, those that are shown and may be seen.</summary>
public sealed class PulseReader(CultureBook book, PulseStore store, IActingPersons persons, ICurrentPerson person, IUnits units, Show show)
{
    /// <summary>Whether the person may hold rounds.</summary>
    public bool Manages => person.ScopeOf(CulturePermissions.Manage).IsEverything;

    /// <summary>The rounds, the last first.</summary>
    public IReadOnlyList<Kept<Round>> Rounds => [.. book.All<Round>(CultureKind.Round).OrderByDescending(r => r.Value.ClosesOn).ThenByDescending(r => r.Value.OpensOn)];

    /// <summary>The rounds that can be answered today and that the person has not answered.</summary>
    public async Task<IReadOnlyList<Kept<Round>>> WaitingAsync(CancellationToken cancellationToken = default)
    {
        List<Kept<Round>> open = [.. Rounds.Where(r => r.Value.IsOpen(show.Today))];
        IReadOnlySet<string> answered = open.Count == 0 ? new HashSet<string>() : await store.AnsweredAsync(person.Id, cancellationToken);
        return [.. open.Where(r => !answered.Contains(r.Code))];
    }

    /// <summary>The units to which the person may have their answers counted: those to which they belong.</summary>
    public async Task<IReadOnlyList<Unit>> OwnUnitsAsync(CancellationToken cancellationToken = default)
        => [.. ((await persons.FindAsync(person.Id, cancellationToken))?.UnitCodes ?? []).Select(c => units.Tree.Find(c)).OfType<Unit>()];

    /// <summary>The cells of a result that the person may see, the whole first, then as the tree goes.</summary>
    public IReadOnlyList<PulseCell> Seen(PulseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        UnitScope scope = person.ScopeOf(CulturePermissions.View);
        var order = units.Tree.All.Select((u, i) => (u.Code, i)).ToDictionary(StringComparer.Ordinal);
        return [.. result.Cells.Where(c => c.Unit == ShownUnits.Whole || scope.Contains(c.Unit)).OrderBy(c => c.Unit == ShownUnits.Whole ? -1 : order.GetValueOrDefault(c.Unit, int.MaxValue))];
    }

    /// <summary>The closed rounds with what they say, the first first; those that show nothing are left out.</summary>
    public async Task<IReadOnlyList<(Kept<Round> Round, PulseResult Result)>> ClosedAsync(CancellationToken cancellationToken = default)
    {
        var closed = new List<(Kept<Round>, PulseResult)>();
        foreach (Kept<Round> round in Rounds.Reverse())
        {
            if (await store.ResultAsync(round.Code, cancellationToken) is { Cells.Count: > 0 } result)
            {
                closed.Add((round, result));
            }
        }

        return closed;
    }
}
