using NodaTime;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>What one person may see of cases: those of their units; those of the organization whoever sees all of it.</summary>
internal sealed class CaseReader(ICases cases, CasePromises promises, IPromises set, ICurrentPerson person, IActingPersons persons, IPeople people, IUnits units, Show show)
{
    public UnitScope Scope => person.ScopeOf(FeedbackPermissions.View);

    /// <summary>A case by what was typed, or null. What cannot be a code is looked up too: it must cost what a foreign one costs.</summary>
    public async Task<KeptCase?> FindAsync(string code, CancellationToken cancellationToken = default)
        => await cases.FindAsync(CaseCode.Of(code) ?? code, cancellationToken) is { } kept && Scope.Contains(kept.Case.Unit) ? kept : null;

    public IReadOnlyList<Sla.SlaClock> ClocksOf(Case handled) => promises.Of(handled);

    /// <summary>Working time of a unit from one moment to another; below zero where the other is before it.</summary>
    public TimeSpan WorkBetween(string? unit, DateTimeOffset from, DateTimeOffset to)
        => from <= to
            ? set.CalendarOf(unit).Between(Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(to)).ToTimeSpan()
            : -WorkBetween(unit, to, from);

    /// <summary>IANA name of the zone by whose clock a unit works.</summary>
    public string ZoneOf(string? unit) => set.CalendarOf(unit).Zone.Id;

    public bool Handles(string? unit) => person.ScopeOf(FeedbackPermissions.Handle).Contains(unit);

    /// <summary>What somebody wrote, without personal data where the person may not see it.</summary>
    public string Shown(string text, string? unit) => PersonalData.Shown(person, text, unit);

    /// <summary>What people are called that stand in cases which the person may see; without those whom nobody knows any more.</summary>
    public async Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<long> ids, CancellationToken cancellationToken = default)
    {
        var names = new Dictionary<long, string>();
        foreach (long id in ids.Distinct())
        {
            if (((await persons.FindAsync(id, cancellationToken))?.Name ?? (await people.FindAsync(id, cancellationToken))?.DisplayName) is { } name)
            {
                names[id] = name;
            }
        }

        return names;
    }

    /// <summary>Under what names people sign in.</summary>
    public async Task<IReadOnlyCollection<string>> UserNamesAsync(IEnumerable<long> ids, CancellationToken cancellationToken = default)
    {
        var names = new List<string>();
        foreach (long id in ids)
        {
            if (await persons.FindAsync(id, cancellationToken) is { } found)
            {
                names.Add(found.UserName);
            }
        }

        return names;
    }

    /// <summary>Those who may be given a case of a unit, by name; nobody where the person may not give it themselves.</summary>
    public async Task<IReadOnlyList<ActingPerson>> HandlersAsync(string? unit, CancellationToken cancellationToken = default)
        => Handles(unit)
            ? [.. (await persons.HoldersAsync(FeedbackPermissions.Handle, unit, cancellationToken)).Select(h => h.Person).OrderBy(p => p.Name, StringComparer.CurrentCulture)]
            : [];

    /// <summary>Whether somebody may be given a case of a unit.</summary>
    public async Task<bool> MayHandleAsync(long id, string? unit, CancellationToken cancellationToken = default)
        => await persons.FindAsync(id, cancellationToken) is { } found && found.ScopeOf(FeedbackPermissions.Handle).Contains(unit);

    /// <summary>Those who may see a unit's cases and whom a note names.</summary>
    public async Task<IReadOnlyList<ActingPerson>> MentionedAsync(string text, string? unit, CancellationToken cancellationToken = default)
        => CaseMentions.NamesIn(text) is { Count: > 0 } names
            ? [.. (await persons.HoldersAsync(FeedbackPermissions.View, unit, cancellationToken)).Select(h => h.Person).Where(p => names.Contains(p.UserName, StringComparer.OrdinalIgnoreCase))]
            : [];

    /// <summary>A unit's name; null where it is the organization.</summary>
    public string? UnitOf(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    /// <summary>The units that the person may give cases to, as the organization where they may do that.</summary>
    public IEnumerable<(string Code, string? Name)> UnitsToGive()
    {
        UnitScope scope = person.ScopeOf(FeedbackPermissions.Handle);
        return [.. (scope.IsEverything ? [("", null)] : Array.Empty<(string, string?)>()), .. units.Tree.All.Where(u => scope.Contains(u.Code)).Select(u => (u.Code, (string?)u.Name.In(show.Reader.Language)))];
    }
}
