using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Understand.Edit;

/// <summary>What the page of topics posts to: a change is tried first, and then put in force or thrown away.</summary>
internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(SettingsEndpoints.Address + "/topics").RequirePermission(FeedbackPermissions.Manage).ExcludeFromDescription();
        group.MapPost("/try", TryAsync).WithName("TryFeedbackTopic");
        group.MapPost("/show", ShowAsync).WithName("ShowFeedbackTopic");
        group.MapPost("/publish", PublishAsync).WithName("PublishFeedbackTopic");
        group.MapPost("/discard", DiscardAsync).WithName("DiscardFeedbackTopic");
    }

    private static async Task<IResult> TryAsync(IFormCollection form, FeedbackSettings settings, TopicExamples examples, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (!SettingsEndpoints.May(person, SettingKind.TopicDraft, ""))
        {
            return TypedResults.NotFound();
        }

        (Topic topic, string? fault) = TopicForm.Parse(form);
        if (fault is not null)
        {
            return SettingsEndpoints.To("topics", ("edit", topic.Key), ("wrong", fault));
        }

        return await settings.SaveAsync(SettingKind.TopicDraft, topic.Key, Seen(form), await examples.BesideOthersAsync(topic, cancellationToken), cancellationToken) is null
            ? SettingsEndpoints.To("topics", ("edit", topic.Key), ("wrong", "meanwhile"))
            : SettingsEndpoints.To("topics", ("edit", topic.Key), ("tried", "true"));
    }

    /// <summary>Shows a topic a piece of feedback that is or is not about it; it goes into what is tried, not in force.</summary>
    private static async Task<IResult> ShowAsync(
        IFormCollection form, FeedbackSettings settings, TopicBook topics, TopicExamples examples, FeedbackStore feedback, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (!SettingsEndpoints.May(person, SettingKind.TopicDraft, "") || !long.TryParse(form["item"], NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            || await feedback.FindAsync(id, person.ScopeOf(FeedbackPermissions.View), cancellationToken) is not { } item)
        {
            return TypedResults.NotFound();
        }

        string key = form["key"].ToString();
        string back = string.Create(CultureInfo.InvariantCulture, $"/feedback/{id}");
        if (key == Topic.Alarm || (topics.Draft(key) ?? topics.Now.Whole.FirstOrDefault(t => t.Key == key)) is not { } topic)
        {
            return TypedResults.LocalRedirect(back + "?wrong=topic");
        }

        Topic shown = await examples.BesideOthersAsync(TopicExamples.With(topic, item.Text, form["about"] != "no"), cancellationToken);
        return await settings.SaveAsync(SettingKind.TopicDraft, key, settings.Find(SettingKind.TopicDraft, key)?.Version ?? 0, shown, cancellationToken) is null
            ? TypedResults.LocalRedirect(back + "?wrong=meanwhile")
            : TypedResults.LocalRedirect($"{back}?done=shown&topic={Uri.EscapeDataString(key)}");
    }

    private static async Task<IResult> PublishAsync(IFormCollection form, FeedbackSettings settings, TopicBook topics, ICurrentPerson person, CancellationToken cancellationToken)
    {
        string key = form["key"].ToString();
        if (!SettingsEndpoints.May(person, SettingKind.Topic, "") || topics.Draft(key) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        if (settings.Find(SettingKind.TopicDraft, key)?.Version != Seen(form) || await settings.SaveAsync(SettingKind.Topic, key, settings.Find(SettingKind.Topic, key)?.Version ?? 0, draft, cancellationToken) is not { } version)
        {
            return SettingsEndpoints.To("topics", ("edit", key), ("wrong", "meanwhile"));
        }

        await settings.SaveAsync<Topic>(SettingKind.TopicDraft, key, Seen(form), null, cancellationToken);
        return SettingsEndpoints.To("topics", ("done", "saved"), ("key", key), ("version", version.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> DiscardAsync(IFormCollection form, FeedbackSettings settings, TopicBook topics, ICurrentPerson person, CancellationToken cancellationToken)
    {
        string key = form["key"].ToString();
        if (!SettingsEndpoints.May(person, SettingKind.TopicDraft, "") || topics.Draft(key) is null)
        {
            return TypedResults.NotFound();
        }

        await settings.SaveAsync<Topic>(SettingKind.TopicDraft, key, Seen(form), null, cancellationToken);
        return SettingsEndpoints.To("topics");
    }

    private static int Seen(IFormCollection form) => int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out int seen) ? seen : -1;
}
