using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Jobs;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>What the pages for respondents are made of.</summary>
internal static class RespondServices
{
    public static void AddRespond(this IServiceCollection services)
    {
        services.AddSingleton<RespondAssets>();
        services.AddSingleton(provider => new PageWriter(
            provider.GetRequiredService<IStringLocalizer<RespondTexts>>(), provider.GetRequiredService<RespondAssets>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PublishedVersions>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<Completion>();
        services.AddSingleton<AddressRates>();
        services.AddSingleton<Openings>();
        services.AddHostedService(provider => provider.GetRequiredService<Openings>());
        services.AddSingleton<RespondFlow>();
        services.AddJob<DraftSweep>("surveys.sweep-drafts", JobSchedule.Every(TimeSpan.FromHours(1)));
    }
}
