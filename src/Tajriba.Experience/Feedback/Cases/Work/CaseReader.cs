using Tajriba.Kernel.Access;
using Tajriba.TextAnalysis;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>What one person may see of cases: those of their units; those of the organization whoever sees all of it.</summary>
internal sealed class CaseReader(ICases cases, CasePromises promises, ICurrentPerson person, IUnits units, Show show)
{
    public UnitScope Scope => person.ScopeOf(FeedbackPermissions.View);

    /// <summary>A case by what was typed, or null. What cannot be a code is looked up too: it must cost what a foreign one costs.</summary>
    public async Task<KeptCase?> FindAsync(string code, CancellationToken cancellationToken = default)
        => await cases.FindAsync(CaseCode.Of(code) ?? code, cancellationToken) is { } kept && Scope.Contains(kept.Case.Unit) ? kept : null;

    public IReadOnlyList<Sla.SlaClock> ClocksOf(Case handled) => promises.Of(handled);

    public bool Handles(string? unit) => person.ScopeOf(FeedbackPermissions.Handle).Contains(unit);

    /// <summary>What somebody wrote, without personal data where the person may not see it.</summary>
    public string Shown(string text, string? unit) => person.ScopeOf(FeedbackPermissions.Personal).Contains(unit) ? text : Redaction.Redact(text);

    /// <summary>A unit's name; null where it is the organization.</summary>
    public string? UnitOf(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    /// <summary>The units that the person may give cases to, as the organization where they may do that.</summary>
    public IEnumerable<(string Code, string? Name)> UnitsToGive()
    {
        UnitScope scope = person.ScopeOf(FeedbackPermissions.Handle);
        return [.. (scope.IsEverything ? [("", null)] : Array.Empty<(string, string?)>()), .. units.Tree.All.Where(u => scope.Contains(u.Code)).Select(u => (u.Code, (string?)u.Name.In(show.Reader.Language)))];
    }
}
