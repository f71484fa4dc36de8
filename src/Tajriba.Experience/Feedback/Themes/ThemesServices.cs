using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Themes.Look;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Experience.Feedback.Themes;

/// <summary>What customers speak of: themes, pain points, and what emerges.</summary>
internal static class ThemesServices
{
    public static IServiceCollection AddThemes(this IServiceCollection services)
    {
        services.AddScoped<IWaitingSource, ThemeWaiting>();
        services.AddJob<ThemeJob>(ThemeJob.Name, JobSchedule.Every(TimeSpan.FromMinutes(1)));
        return services;
    }
}
