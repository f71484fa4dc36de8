using Tajriba.Experience.Feedback.Promises.Causes;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>Does to cases what people ask for, the same for pages and programs.</summary>
internal sealed class CaseWork(CaseReader reader, ICases cases, ICauses causes, ICurrentPerson person, IUnits units, TimeProvider clock)
{
    /// <summary>UTF-16 units of anything that is written.</summary>
    public const int LongestText = 10_000;

    /// <summary>UTF-16 units of a customer's number.</summary>
    public const int LongestCustomer = 100;

    private const int LongestSubject = 60;

    /// <summary>What can be done; <c>undo</c> takes back what the person did last.</summary>
    public static readonly IReadOnlyList<string> Deeds =
        ["take", "release", "assign", "move", "priority", "wait", "resume", "note", "answer", "resolve", "close", "reopen", "merge", "undo"];

    /// <summary>Opens a case; null where something cannot be read.</summary>
    /// <param name="unit">One that the person handles; null for the organization.</param>
    /// <param name="text">What the customer says.</param>
    /// <param name="customer">Their number, if it is known.</param>
    /// <param name="priority">How soon.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Case?> OpenAsync(string? unit, string? text, string? customer, string? priority, CancellationToken cancellationToken)
    {
        string said = Plain(text);
        string number = customer?.Trim() ?? "";
        return said.Length is 0 or > LongestText || number.Length > LongestCustomer || !CanBeKept(said) || !CanBeKept(number) || Word<CasePriority>(priority) is not { } soon
            ? null
            : await cases.OpenAsync(new(said, unit, soon) { By = person.Id, SubjectType = number.Length == 0 ? null : "customer", SubjectId = number.Length == 0 ? null : number }, cancellationToken);
    }

    /// <summary>Whether the person may open cases of a unit; null for the organization.</summary>
    public bool MayOpen(string? unit) => reader.Handles(unit) && (unit is null || units.Tree.Find(unit) is not null);

    public async Task<DeedOutcome> DoAsync(KeptCase kept, string deed, AskedDeed asked, CancellationToken cancellationToken)
    {
        if (asked.Seen is not { } seen)
        {
            return new(Unread: "seen");
        }

        string text = Plain(asked.Text);
        if (text.Length > LongestText || !CanBeKept(text))
        {
            return new(Unread: "text");
        }

        if (!CanBeKept(asked.Into))
        {
            return new(Unread: "into");
        }

        DateTimeOffset now = clock.GetUtcNow();
        string code = kept.Case.Code;
        switch (deed)
        {
            case "answer" when asked.By == "message":
                AnswerOutcome outcome = await cases.WriteAsync(code, new(now, person.Id, text, null), Subject(kept.About.Said), seen, cancellationToken);
                return new(outcome.Fault, outcome.NotSent);
            case "undo":
                return await UndoAsync(kept, seen, now, cancellationToken);
            default:
                (CaseMoment? moment, string unread) = await MomentAsync(kept, deed, asked, text, now, cancellationToken);
                return moment is null ? new(Unread: unread) : new(await cases.DoAsync(code, moment, seen, cancellationToken));
        }
    }

    /// <summary>What of a text is worth keeping that could not be sent off; null for nothing.</summary>
    public static string? Draft(string? text) => Plain(text) is { Length: > 0 and <= LongestText } written && CanBeKept(written) ? written : null;

    /// <summary>What would take back the last moment, if the person at hand made it and it can be; else null.</summary>
    public CaseMoment? Inverse(Case handled, DateTimeOffset now)
    {
        CaseMoment last = handled.Moments[^1];
        if (handled.Moments.Length == 1 || last.By != person.Id)
        {
            return null;
        }

        var before = Case.Of(handled.Code, handled.Moments[..^1]);
        return last switch
        {
            CaseMoment.Assigned when before.Handler != handled.Handler => new CaseMoment.Assigned(now, person.Id, before.Handler),
            CaseMoment.Moved when before.Unit != handled.Unit && reader.Handles(before.Unit) => new CaseMoment.Moved(now, person.Id, before.Unit, before.Handler),
            CaseMoment.Prioritized when before.Priority != handled.Priority => new CaseMoment.Prioritized(now, person.Id, before.Priority),
            CaseMoment.Waited => new CaseMoment.Resumed(now, person.Id),
            CaseMoment.Resumed when before.WaitsFor is { } whom => new CaseMoment.Waited(now, person.Id, whom),
            CaseMoment.Merged => new CaseMoment.Parted(now, person.Id),
            _ => null,
        };
    }

    private async Task<DeedOutcome> UndoAsync(KeptCase kept, int seen, DateTimeOffset now, CancellationToken cancellationToken)
        => kept.Version != seen ? new(CaseFault.Meanwhile)
            : Inverse(kept.Case, now) is { } inverse ? new(await cases.DoAsync(kept.Case.Code, inverse, seen, cancellationToken))
            : new(Unread: "undo");

    /// <summary>The moment that a deed makes, or null and what of the asking cannot be read.</summary>
    private async Task<(CaseMoment? Moment, string Unread)> MomentAsync(KeptCase kept, string deed, AskedDeed asked, string text, DateTimeOffset now, CancellationToken cancellationToken) => deed switch
    {
        "take" => (new CaseMoment.Assigned(now, person.Id, person.Id), ""),
        "release" => (new CaseMoment.Assigned(now, person.Id, null), ""),
        "assign" => (asked.To is { } to && await reader.MayHandleAsync(to, kept.Case.Unit, cancellationToken) ? new CaseMoment.Assigned(now, person.Id, to) : null, "to"),
        "move" => (asked.Unit is { } unit && MayMoveTo(unit) ? new CaseMoment.Moved(now, person.Id, UnitOf(unit)) : null, "unit"),
        "priority" => (Word<CasePriority>(asked.Priority) is { } priority ? new CaseMoment.Prioritized(now, person.Id, priority) : null, "priority"),
        "wait" => (Word<WaitsFor>(asked.For) is { } whom ? new CaseMoment.Waited(now, person.Id, whom) : null, "for"),
        "resume" => (new CaseMoment.Resumed(now, person.Id), ""),
        "note" => (new CaseMoment.Noted(now, person.Id, text, [.. (await reader.MentionedAsync(text, kept.Case.Unit, cancellationToken)).Select(p => p.Id)]), ""),
        "answer" => (new CaseMoment.Answered(now, person.Id, text, null), ""),
        "resolve" => (causes.Find(asked.Cause ?? "") is { } cause ? new CaseMoment.Resolved(now, person.Id, cause.Key, text) : null, "cause"),
        "close" => (new CaseMoment.Closed(now, person.Id), ""),
        "reopen" => (new CaseMoment.Reopened(now, person.Id, text), ""),

        // Both cases hear of it, so both must be the person's to work on.
        "merge" => (await reader.FindAsync(asked.Into ?? "", cancellationToken) is { } into && reader.Handles(into.Case.Unit) ? new CaseMoment.Merged(now, person.Id, into.Case.Code) : null, "into"),
        _ => (null, "deed"),
    };

    private bool MayMoveTo(string unit) => unit.Length == 0 ? reader.Handles(null) : units.Tree.Find(unit) is not null;

    /// <summary>The customer's own words, as answers to mail have them: in any language the same.</summary>
    private static string Subject(string said) => "Re: " + said.ReplaceLineEndings(" ").Trim().Shorten(LongestSubject);

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>As forms and programs write the organization: by nothing.</summary>
    public static string? UnitOf(string? code) => string.IsNullOrEmpty(code) ? null : code;

    /// <summary>One of the databases keeps no NUL.</summary>
    private static bool CanBeKept(string? text) => text is null || !text.Contains('\0', StringComparison.Ordinal);

    private static T? Word<T>(string? text)
        where T : struct, Enum
        => text is { Length: > 0 } && !char.IsAsciiDigit(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : null;
}
