using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Cases.Watch;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Promises.Goals;
using Tajriba.Experience.Feedback.Promises.Hours;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Cases;

/// <summary>What time alone does to cases.</summary>
public sealed class CaseWatchTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task People_are_told_step_by_step_and_a_resolved_case_closes_by_itself(DatabaseProvider provider)
    {
        var time = new ShiftedTime();
        await using CaptureSite site = await CaptureSite.OpenAsync(provider, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        FeedbackSettings settings = site.Services.GetRequiredService<FeedbackSettings>();
        await settings.SaveAsync(SettingKind.Hours, "", 0, UsualPlans.Of("always", "Asia/Tehran"));
        ICases cases = site.Services.GetRequiredService<ICases>();
        string code = (await cases.OpenAsync(new("The bus was late", "n1", CasePriority.Normal))).Code;
        await RunAsync(site);
        Assert.Empty(await EscalatedAsync(cases, code));

        // Nobody has it: the first step, of 8 hours, goes to those who manage the unit.
        time.Shift += TimeSpan.FromHours(6.5);
        await RunAsync(site);
        await RunAsync(site);
        CaseMoment.Escalated soon = Assert.Single(await EscalatedAsync(cases, code));
        Assert.Equal((SlaTarget.Answer, 0.8, null), (soon.Target, soon.Share, soon.Raised));

        // What was missed while nobody looked is told once, by its furthest step, which makes it more urgent.
        time.Shift += TimeSpan.FromHours(12);
        await RunAsync(site);
        await RunAsync(site);
        CaseMoment.Escalated far = (await EscalatedAsync(cases, code))[1];
        Assert.Equal((2, 2.0, CasePriority.High), ((await EscalatedAsync(cases, code)).Count, far.Share, far.Raised));
        Assert.Equal(CasePriority.High, (await cases.FindAsync(code))!.Case.Priority);
        Assert.Contains(await site.EventsAsync(), e => e.Name == "Case Escalated" && e.Attributes!.Contains("\"share\":2", StringComparison.Ordinal));

        DateTimeOffset now = time.GetUtcNow();
        Assert.Null(await cases.DoAsync(code, new CaseMoment.Answered(now, 1, "Sorry", null)));
        Assert.Null(await cases.DoAsync(code, new CaseMoment.Resolved(now, 1, "late", "Another bus")));
        time.Shift += TimeSpan.FromDays(6.9);
        await RunAsync(site);
        Assert.Equal(CaseState.Resolved, (await cases.FindAsync(code))!.Case.State);
        time.Shift += TimeSpan.FromDays(0.2);
        await RunAsync(site);
        Assert.Equal(CaseState.Closed, (await cases.FindAsync(code))!.Case.State);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_list_goes_by_new_goals_and_calendars(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        FeedbackSettings settings = site.Services.GetRequiredService<FeedbackSettings>();
        await settings.SaveAsync(SettingKind.Hours, "", 0, UsualPlans.Of("always", "UTC"));
        ICases cases = site.Services.GetRequiredService<ICases>();
        await cases.OpenAsync(new("Late", null, CasePriority.Normal));
        var everything = new CaseFilter(UnitScope.Everything);
        DateTimeOffset due = (await cases.PageAsync(everything, null, 1))[0].Due!.Value;

        // From now on nobody works before 2040: what was promised stays, the time in which it is done moves.
        await settings.SaveAsync(SettingKind.Hours, "", 1, UsualPlans.Of("always", "UTC") with { Days = [.. Enumerable.Range(0, 3).Select(d => new PlannedDay(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(d), []))] });
        await RunAsync(site);
        Assert.True((await cases.PageAsync(everything, null, 1))[0].Due > due.AddDays(2));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Of_two_merges_into_each_other_one_happens_and_it_can_be_undone(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        ICases cases = site.Services.GetRequiredService<ICases>();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        for (int round = 0; round < 5; round++)
        {
            var begun = new NewCase("Slow", "n1", CasePriority.Normal) { SubjectType = "customer", SubjectId = "c1" };
            string a = (await cases.OpenAsync(begun)).Code, b = (await cases.OpenAsync(begun)).Code;
            CaseFault?[] faults = await Task.WhenAll(cases.DoAsync(a, new CaseMoment.Merged(now, 1, b)), cases.DoAsync(b, new CaseMoment.Merged(now, 1, a)));
            Assert.Single(faults, f => f is null);
            Assert.Single(faults, f => f == CaseFault.NoSuchCase || f == CaseFault.IsMerged);
            (string gone, string goesOn) = faults[0] is null ? (a, b) : (b, a);
            Assert.Equal(gone, Assert.Single((await cases.FindAsync(goesOn))!.Case.Absorbed));
            Assert.Null(await cases.DoAsync(gone, new CaseMoment.Parted(now, 1)));
            Assert.Equal(CaseFault.IsNotMerged, await cases.DoAsync(gone, new CaseMoment.Parted(now, 1)));
            Assert.Equal((CaseState.New, null), ((await cases.FindAsync(gone))!.Case.State, (await cases.FindAsync(gone))!.Case.MergedInto));
            Assert.Empty((await cases.FindAsync(goesOn))!.Case.Absorbed);

            string other = (await cases.OpenAsync(begun with { SubjectId = "c2" })).Code;
            Assert.Equal(CaseFault.OtherCustomer, await cases.DoAsync(a, new CaseMoment.Merged(now, 1, other)));
            Assert.Equal(CaseFault.NoSuchCase, await cases.DoAsync(a, new CaseMoment.Merged(now, 1, "0000000000")));
            Assert.Equal(CaseFault.IntoItself, await cases.DoAsync(a, new CaseMoment.Merged(now, 1, a)));
        }

        LoggedEvent[] told = [.. (await site.EventsAsync()).Where(e => e.Name is "Case Merged" or "Case Parted")];
        Assert.Equal(10, told.Length);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Only_the_first_answer_tells_its_promise_and_the_customer_rates_what_is_resolved(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        ICases cases = site.Services.GetRequiredService<ICases>();
        string code = (await cases.OpenAsync(new("Slow", "n1", CasePriority.Normal) { SubjectType = "customer", SubjectId = "c1", Language = "fa", Item = 64, Feedback = "F1" })).Code;

        // A node whose clock is behind: what it does comes after what was done before.
        DateTimeOffset behind = DateTimeOffset.UtcNow.AddMinutes(-3);
        Assert.Equal(CaseFault.IsNotDone, await cases.DoAsync(code, new CaseMoment.Rated(behind, 5, null)));
        Assert.Null(await cases.DoAsync(code, new CaseMoment.Answered(behind, 1, "One", null)));
        Assert.Null(await cases.DoAsync(code, new CaseMoment.Answered(behind, 1, "Two", null)));
        Assert.Null(await cases.DoAsync(code, new CaseMoment.Resolved(behind, 1, "late", "Done")));
        Assert.Equal(CaseFault.NeedsStars, await cases.DoAsync(code, new CaseMoment.Rated(behind, 6, null)));
        Assert.Null(await cases.DoAsync(code, new CaseMoment.Rated(behind, 4, "Thank you")));
        Assert.Equal(4, (await cases.FindAsync(code))!.Case.Stars);
        LoggedEvent[] facts = [.. (await site.EventsAsync()).Where(e => e.Name.StartsWith("Case ", StringComparison.Ordinal))];
        Assert.Equal(["Case Opened", "Case Answered", "Case Answered", "Case Resolved", "Case Rated"], facts.Select(f => f.Name));
        Assert.Equal([false, true, false, true, false], facts.Select(f => f.Attributes!.Contains("\"goal\"", StringComparison.Ordinal)));
        Assert.All(facts, f => Assert.Contains(f.Objects, o => o is { Type: "feedback", Id: "F1" }));
        Assert.All(facts, f => Assert.Contains("\"language\":\"fa\"", f.Attributes!, StringComparison.Ordinal));
        Assert.Contains("\"rating\":4", facts[4].Attributes!, StringComparison.Ordinal);
        Assert.DoesNotContain(facts, f => f.Attributes!.Contains("Thank", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<CaseMoment.Escalated>> EscalatedAsync(ICases cases, string code) => [.. (await cases.FindAsync(code))!.Case.Moments.OfType<CaseMoment.Escalated>()];

    /// <summary>Runs the job as its schedule would; it may run by itself meanwhile.</summary>
    private static async Task RunAsync(CaptureSite site)
    {
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseJob>().RunAsync(default);
    }

    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
