using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>Cases that wait for the person: what they were told of, what they have that is due, and what nobody has yet.</summary>
internal sealed class CaseWaiting(ICurrentPerson person, CaseNotices notices, CaseList list, TimeProvider clock, Show show, IStringLocalizer<CaseTexts> texts) : IWaitingSource
{
    private const int Most = 5;
    private const int MostCounted = 99;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        if (!person.Can(FeedbackPermissions.View))
        {
            return [];
        }

        DateTimeOffset now = clock.GetUtcNow();
        UnitScope scope = person.ScopeOf(FeedbackPermissions.View);
        List<CaseNotice> told = [.. (await notices.OfAsync(person.Id, Most * 2, cancellationToken)).Where(n => scope.Contains(n.Unit)).DistinctBy(n => n.Code).Take(Most)];
        List<WaitingItem> items = [.. told.Select(n => new WaitingItem(IconOf(n.Reason), texts["Waiting-" + n.Reason, show.Digits(n.Code)], "/feedback/cases/" + n.Code))];
        CaseListPage due = await list.PageAsync(new(scope) { Handler = person.Id, DueBefore = now + Soon }, null, null, Most, cancellationToken);
        items.AddRange(due.Rows.Where(r => told.TrueForAll(n => n.Code != r.Code)).Select(r => new WaitingItem(
            r.Due < now ? "alert-triangle" : "clock", texts[r.Due < now ? "Waiting-Overdue" : "Waiting-Due", show.Digits(r.Code), show.Relative(r.Due!.Value)], "/feedback/cases/" + r.Code)));
        if (due.Next is not null)
        {
            items.Add(new("folder", texts["Waiting-Mine"], "/feedback/cases?view=mine"));
        }

        if (person.Can(FeedbackPermissions.Handle)
            && (await list.CountAsync([new(person.ScopeOf(FeedbackPermissions.Handle)) { IsUnassigned = true }], MostCounted + 1, cancellationToken))[0] is > 0 and var free)
        {
            items.Add(new("folder", texts["Waiting-Free", free > MostCounted ? texts["OrMore", show.Count(MostCounted)].Value : show.Count(free)], "/feedback/cases?view=unassigned"));
        }

        return items;
    }

    private static string IconOf(NoticeReason reason) => reason switch
    {
        NoticeReason.Mentioned => "note",
        NoticeReason.Escalated => "alert-triangle",
        NoticeReason.Replied => "message",
        _ => "folder",
    };
}
