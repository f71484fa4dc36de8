using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Experience.Feedback.Understand.Edit;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>Feedback as it comes in: read, searched and sorted.</summary>
internal static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<ToldTexts>();
        services.AddSingleton<TopicBook>();
        services.AddSingleton<TopicExamples>();
        services.AddJob<TopicJob>(TopicJob.Name, JobSchedule.Every(TimeSpan.FromSeconds(15)));
        services.AddSingleton<FeedbackStore>();
        services.AddLogSubscriber<FeedbackLearner>();
        return services;
    }

    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
        routes.MapTriage();
        routes.MapFeedbackApi();
        routes.MapTopics();
    }
}
