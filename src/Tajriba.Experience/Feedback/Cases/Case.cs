using System.Collections.Immutable;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>A case as its moments have made it. Immutable.</summary>
public sealed record Case
{
    // How it stood when it went into another case.
    private (CaseState State, WaitsFor? WaitsFor) beforeMerge;

    private Case(string code, CaseMoment.Opened opened)
    {
        Code = code;
        (OpenedAt, Unit, Priority, Rule) = (opened.At, opened.Unit, opened.Priority, opened.Rule);
        Items = [opened.Item];
        Moments = [opened];
    }

    /// <summary>What the customer and colleagues call it.</summary>
    public string Code { get; }

    public CaseState State { get; private init; } = CaseState.New;

    public DateTimeOffset OpenedAt { get; }

    /// <summary>Code of the unit that has to answer; null for the organization.</summary>
    public string? Unit { get; private init; }

    public CasePriority Priority { get; private init; }

    /// <summary>Key of the rule that opened it; null where a person did.</summary>
    public string? Rule { get; }

    /// <summary>Id of the person who has it.</summary>
    public long? Handler { get; private init; }

    /// <summary>Whom it waits for, while it does.</summary>
    public WaitsFor? WaitsFor { get; private init; }

    /// <summary>Numbers of the feedback in it, the first one first.</summary>
    public ImmutableArray<long> Items { get; private init; }

    /// <summary>When the customer was first answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private init; }

    /// <summary>When it was resolved, if it still is.</summary>
    public DateTimeOffset? ResolvedAt { get; private init; }

    /// <summary>Key of the root cause, as last written down.</summary>
    public string? Cause { get; private init; }

    /// <summary>What was done about it.</summary>
    public string? Action { get; private init; }

    /// <summary>How often it came up again.</summary>
    public int Reopenings { get; private init; }

    /// <summary>Code of the case that goes on for it.</summary>
    public string? MergedInto { get; private init; }

    /// <summary>Codes of the cases that it goes on for.</summary>
    public ImmutableArray<string> Absorbed { get; private init; } = [];

    /// <summary>1 to 5, as the customer last said how well it was resolved; null where they did not.</summary>
    public int? Stars { get; private init; }

    /// <summary>Code of the same customer's case that was resolved shortly before it was opened.</summary>
    public string? Earlier => ((CaseMoment.Opened)Moments[0]).Earlier;

    /// <summary>All that was done to it, the first first.</summary>
    public ImmutableArray<CaseMoment> Moments { get; private init; }

    /// <summary>Whether nobody has to do anything about it now.</summary>
    public bool IsDone => State is CaseState.Resolved or CaseState.Closed;

    /// <summary>The greatest share of a promise that somebody was told of; 0 where nobody was.</summary>
    public double EscalatedTo(SlaTarget target) => Moments.OfType<CaseMoment.Escalated>().Where(e => e.Target == target).Select(e => e.Share).DefaultIfEmpty(0).Max();

    /// <summary>A case from its first moment on.</summary>
    public static Case Open(string code, CaseMoment.Opened opened) => new(code, opened);

    /// <summary>The case that kept moments make.</summary>
    /// <exception cref="InvalidOperationException">They make none: the first does not open it, or one cannot follow.</exception>
    public static Case Of(string code, IEnumerable<CaseMoment> moments)
    {
        Case? made = null;
        foreach (CaseMoment moment in moments)
        {
            made = made is null && moment is CaseMoment.Opened opened ? Open(code, opened)
                : made?.Fault(moment) is null && made is not null ? made.After(moment)
                : throw new InvalidOperationException($"Case {code}: {moment.GetType().Name} cannot follow ({made?.Fault(moment) ?? CaseFault.NotOpened}).");
        }

        return made ?? throw new InvalidOperationException($"Case {code} has no moments.");
    }

    /// <summary>Why something cannot be done now, or null where it can.</summary>
    public CaseFault? Fault(CaseMoment moment)
        => moment.At < Moments[^1].At ? CaseFault.BeforeTheLast
            : State == CaseState.Merged ? moment is CaseMoment.Parted ? null : CaseFault.IsMerged
            : moment switch
            {
                CaseMoment.Opened => CaseFault.AlreadyOpened,
                CaseMoment.Noted { Text: var text } when IsBlank(text) => CaseFault.NeedsText,
                CaseMoment.Answered { Text: var text } when IsBlank(text) => CaseFault.NeedsText,
                CaseMoment.Replied { Text: var text } when IsBlank(text) => CaseFault.NeedsText,
                CaseMoment.Noted or CaseMoment.Answered or CaseMoment.Replied or CaseMoment.Joined or CaseMoment.Released => null,
                CaseMoment.Parted => CaseFault.IsNotMerged,
                CaseMoment.Rated rated => !IsDone ? CaseFault.IsNotDone : rated.Stars is < 1 or > 5 ? CaseFault.NeedsStars : null,
                CaseMoment.Closed => State == CaseState.Resolved ? null : CaseFault.IsNotDone,
                CaseMoment.Reopened reopened => !IsDone ? CaseFault.IsNotDone : IsBlank(reopened.Reason) ? CaseFault.NeedsText : null,
                CaseMoment.Merged merged when merged.Into == Code => CaseFault.IntoItself,
                _ when IsDone => CaseFault.IsDone,
                CaseMoment.Waited => State == CaseState.Waiting ? CaseFault.IsWaiting : null,
                CaseMoment.Resumed => State == CaseState.Waiting ? null : CaseFault.IsNotWaiting,
                CaseMoment.Resolved resolved => IsBlank(resolved.Cause) ? CaseFault.NeedsCause : IsBlank(resolved.Action) ? CaseFault.NeedsAction : AnsweredAt is null ? CaseFault.NeedsAnswer : null,
                _ => null,
            };

    /// <summary>The case after something was done to it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be done; <see cref="Fault"/> tells why.</exception>
    public Case After(CaseMoment moment)
    {
        if (Fault(moment) is { } fault)
        {
            throw new InvalidOperationException($"Case {Code}: {moment.GetType().Name} cannot be done ({fault}).");
        }

        return Changed(moment) with { Moments = Moments.Add(moment) };
    }

    private Case Changed(CaseMoment moment) => moment switch
    {
        CaseMoment.Assigned assigned => this with { Handler = assigned.To, State = Working(assigned.To) },
        CaseMoment.Moved moved => this with { Unit = moved.Unit, Handler = moved.To, State = Working(moved.To) },
        CaseMoment.Prioritized prioritized => this with { Priority = prioritized.Priority },
        CaseMoment.Joined joined => Items.Contains(joined.Item) ? this : this with { Items = Items.Add(joined.Item) },
        CaseMoment.Answered => this with { AnsweredAt = AnsweredAt ?? moment.At },
        CaseMoment.Replied when IsDone => Again(),
        CaseMoment.Replied when WaitsFor == Cases.WaitsFor.Customer => Awake(),
        CaseMoment.Waited waited => this with { State = CaseState.Waiting, WaitsFor = waited.For },
        CaseMoment.Resumed => Awake(),
        CaseMoment.Resolved resolved => this with { State = CaseState.Resolved, WaitsFor = null, ResolvedAt = resolved.At, Cause = resolved.Cause, Action = resolved.Action },
        CaseMoment.Closed => this with { State = CaseState.Closed },
        CaseMoment.Reopened => Again(),
        CaseMoment.Merged merged => this with { State = CaseState.Merged, WaitsFor = null, MergedInto = merged.Into, beforeMerge = (State, WaitsFor) },
        CaseMoment.Parted => this with { State = beforeMerge.State, WaitsFor = beforeMerge.WaitsFor, MergedInto = null },
        CaseMoment.Absorbed absorbed => this with { Absorbed = Absorbed.Add(absorbed.From) },
        CaseMoment.Released released => this with { Absorbed = Absorbed.Remove(released.From) },
        CaseMoment.Escalated escalated => this with { Priority = escalated.Raised ?? Priority },
        CaseMoment.Rated rated => this with { Stars = rated.Stars },
        _ => this,
    };

    private CaseState Working(long? handler) => State == CaseState.Waiting ? State : handler is null ? CaseState.New : CaseState.Open;

    private Case Awake() => this with { State = Handler is null ? CaseState.New : CaseState.Open, WaitsFor = null };

    private Case Again() => Awake() with { ResolvedAt = null, Reopenings = Reopenings + 1 };

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);
}
