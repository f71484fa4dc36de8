using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Themes;

/// <summary>Looks every hour for what customers speak of; while few have said anything, more often.</summary>
public sealed class ThemeJob(FeedbackStore feedback, ISettings settings, IDatabase database, TimeProvider clock) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "feedback.themes";

    private const int MostTexts = 5_000;
    private const int Few = 1_000;
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        ThemeReport before = await settings.GetAsync(ThemeReport.Name, ThemeReport.None, cancellationToken);
        if (now - before.At < Rest && before.Languages.Sum(l => l.Texts) >= Few)
        {
            return;
        }

        IReadOnlyList<FeedbackItem> items = await feedback.PageAsync(new() { Units = UnitScope.Everything, From = now.AddDays(-ThemeReport.Days) }, long.MaxValue, MostTexts, cancellationToken);
        ThemeReport report = ThemeFinding.Of([.. items.Where(i => i.State != TriageState.Spam)], before, now);
        await database.WriteAsync((transaction, cancel) => settings.SetAsync(transaction, ThemeReport.Name, report, cancel), cancellationToken);
    }
}
