using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Promises.Causes;
using Tajriba.Experience.Feedback.Promises.Goals;
using Tajriba.Experience.Feedback.Promises.Hours;
using Tajriba.Experience.Feedback.Promises.Macros;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Promises;

/// <summary>What was set holds for a unit, for those below it, and on every node.</summary>
[Collection(nameof(CaptureSite))]
public sealed class PromisesTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 12, 0);

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_unit_without_hours_has_those_above_it_and_the_organization_s_until_it_gets_its_own(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        (IPromises promises, FeedbackSettings settings) = (site.Services.GetRequiredService<IPromises>(), site.Services.GetRequiredService<FeedbackSettings>());
        Assert.Same(promises.CalendarOf(null), promises.CalendarOf("n1"));

        Assert.Equal(1, await settings.SaveAsync(SettingKind.Hours, "", 0, UsualPlans.Of("always", "Asia/Tehran")));
        Assert.Equal(1, await settings.SaveAsync(SettingKind.Hours, "n1", 0, UsualPlans.Of("iran", "Asia/Tehran")));
        Assert.True(promises.CalendarOf("s1").IsOpen(Monday));
        Assert.False(promises.CalendarOf("n1").IsOpen(Monday + Duration.FromHours(4)));
        Assert.True(promises.CalendarOf("nobody").IsOpen(Monday));

        // Taken away and put back; whoever saw an older version changes nothing.
        Assert.Equal(2, await settings.SaveAsync<CalendarPlan>(SettingKind.Hours, "n1", 1, null));
        Assert.Same(promises.CalendarOf(null), promises.CalendarOf("n1"));
        Assert.Null(await settings.SaveAsync(SettingKind.Hours, "n1", 1, UsualPlans.Of("western", "UTC")));
        Assert.True(await settings.UndoAsync(SettingKind.Hours, "n1", 2));
        Assert.False(promises.CalendarOf("n1").IsOpen(Monday + Duration.FromHours(4)));
        Assert.False(await settings.UndoAsync(SettingKind.Hours, "n1", 2));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Another_node_sees_a_change_within_seconds(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await using CaptureSite other = site.Another();
        IPromises there = other.Services.GetRequiredService<IPromises>();
        Assert.NotEmpty(there.GoalsOf(CasePriority.Low));
        await site.Services.GetRequiredService<FeedbackSettings>().SaveAsync(SettingKind.Goals, "", 0, new GoalsPlan(new Dictionary<CasePriority, PriorityGoals> { [CasePriority.Urgent] = new(TimeSpan.FromMinutes(30), null) }));
        await CaptureSite.UntilAsync(() => Task.FromResult(there.GoalsOf(CasePriority.Low).Count == 0));
        Assert.Equal([new SlaGoal(SlaTarget.Answer, Duration.FromMinutes(30))], there.GoalsOf(CasePriority.Urgent));
        Assert.Equal(2, there.GoalsOf(CasePriority.Urgent, DateTimeOffset.UtcNow.AddDays(-1)).Count);
    }

    [Fact]
    public async Task A_ready_answer_is_filled_in_the_customer_s_language_and_causes_know_their_group()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        (FeedbackSettings settings, IMacros macros, ICauses causes) = (site.Services.GetRequiredService<FeedbackSettings>(), site.Services.GetRequiredService<IMacros>(), site.Services.GetRequiredService<ICauses>());
        await settings.SaveAsync(SettingKind.Macro, "sorry", 0, new Macro("sorry", new("Sorry"), new Dictionary<string, string> { ["fa"] = "{customer} گرامی، پیگیری: {link}{due}", ["en"] = "Dear {customer}" }));
        var values = new Dictionary<string, string?> { ["customer"] = "مریم", ["link"] = "https://x/c/7" };
        Assert.Equal("مریم گرامی، پیگیری: https://x/c/7", await macros.FillAsync("sorry", "fa", values));
        Assert.Equal("Dear مریم", await macros.FillAsync("sorry", "ar", values));
        Assert.Null(await macros.FillAsync("glad", "fa", values));

        Assert.Equal("خدمت: آماده نبودن در موعد", causes.TitleOf("late", "fa"));
        Assert.Equal("gone", causes.TitleOf("gone", "fa"));
        Assert.DoesNotContain(causes.Choosable, c => c.Key == "service");
        await settings.SaveAsync(SettingKind.Cause, "late", 0, new Cause("late", new("Late"), "service", IsClosed: true));
        await settings.SaveAsync(SettingKind.Cause, "smell", 0, new Cause("smell", new LocalName("Smell"), "product"));
        Assert.DoesNotContain(causes.Choosable, c => c.Key == "late");
        Assert.Equal(["product", "defect", "part-missing", "smell"], causes.All.Where(c => c.Key == "product" || c.Parent == "product").Select(c => c.Key));
    }
}
