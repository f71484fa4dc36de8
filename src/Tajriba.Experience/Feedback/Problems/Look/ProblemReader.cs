using Tajriba.Experience.Feedback.Problems.Facts;
using Tajriba.Experience.Feedback.Promises.Causes;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Problems.Look;

/// <summary>What one person may see of problems: those of their units; those of the organization whoever sees all of it.</summary>
public sealed class ProblemReader(ProblemStore store, ProblemCases cases, ICauses causes, ICurrentPerson person, IUnits units, Show show)
{
    private const int MostCases = 500;

    /// <summary>The problems that may be seen, the newest change first.</summary>
    public async Task<IReadOnlyList<Problem>> ListAsync(CancellationToken cancellationToken = default)
        => [.. (await store.ListAsync(cancellationToken)).Where(p => Scope.Contains(p.Unit))];

    /// <summary>One of them, or null.</summary>
    public async Task<Problem?> FindAsync(string code, CancellationToken cancellationToken = default)
        => await store.FindAsync(code, cancellationToken) is { } problem && Scope.Contains(problem.Unit) ? problem : null;

    /// <summary>Its cases, newest first.</summary>
    public async Task<IReadOnlyList<ProblemCase>> CasesAsync(Problem problem, CancellationToken cancellationToken = default)
        => [.. (await cases.OfAsync(problem.Cause, MostCases, cancellationToken)).Where(c => Proposal.Holds(problem, c, units.Tree) && Scope.Contains(c.Unit))];

    /// <summary>Whether the person may do something about it.</summary>
    public bool Manages(string? unit) => person.ScopeOf(FeedbackPermissions.Manage).Contains(unit);

    /// <summary>What a problem is called: its cause, in the reader's language.</summary>
    public string TitleOf(Problem problem) => causes.TitleOf(problem.Cause, show.Reader.Language);

    /// <summary>A unit's name; null where it is the organization.</summary>
    public string? UnitOf(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    private UnitScope Scope => person.ScopeOf(FeedbackPermissions.View);
}
