using Microsoft.Extensions.Localization;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Settings;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Themes.Look;

/// <summary>What emerged in the last week, for whoever manages feedback everywhere.</summary>
internal sealed class ThemeWaiting(ICurrentPerson person, ISettings settings, TopicBook taxonomy, Show show, TimeProvider clock, IStringLocalizer<ThemeTexts> texts) : IWaitingSource
{
    private static readonly TimeSpan News = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        if (!person.ScopeOf(FeedbackPermissions.Manage).IsEverything)
        {
            return [];
        }

        ThemeReport report = await settings.GetAsync(ThemeReport.Name, ThemeReport.None, cancellationToken);
        return clock.GetUtcNow() - report.At > News ? []
            : [.. report.Emerging.Select(e => new WaitingItem("trending-up", texts["Waiting", e.Theme is null ? taxonomy.Now.Names([e.Name], show.Reader.Language) : e.Name, show.Count(e.Now)], "/feedback/themes#emerging"))];
    }
}
