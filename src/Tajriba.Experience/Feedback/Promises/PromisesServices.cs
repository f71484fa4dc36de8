using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Promises.Causes;
using Tajriba.Experience.Feedback.Promises.Macros;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>By when customers are answered: calendars, goals and ready answers.</summary>
internal static class PromisesServices
{
    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddSingleton<FeedbackSettings>();
        services.AddSingleton<PromiseBook>();
        services.AddSingleton<IPromises>(provider => provider.GetRequiredService<PromiseBook>());
        services.AddSingleton<IMacros, ReadyAnswers>();
        services.AddSingleton<ICauses, CauseTree>();
        return services;
    }

    public static void MapPromises(this IEndpointRouteBuilder routes) => routes.MapSettings();
}
