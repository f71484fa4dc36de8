using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels.Messages.Consent;

namespace Tajriba.Touchpoints.Channels.Messages.Topics;

/// <summary>What the page of topics posts to.</summary>
internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/messages/topics").RequirePermission(ChannelsPermissions.Gateways).ExcludeFromDescription().OverEveryUnit(ChannelsPermissions.Gateways);
        group.MapPost("/add", (IFormCollection form, TopicRules rules, CancellationToken cancel) => SaveAsync(form, rules.AddAsync, "topic-added", "taken", cancel)).WithName("AddTopic");
        group.MapPost("/save", (IFormCollection form, TopicRules rules, CancellationToken cancel) => SaveAsync(form, rules.ChangeAsync, "topic-saved", "gone", cancel)).WithName("SaveTopic");
        group.MapPost("/remove", async (IFormCollection form, TopicRules rules, CancellationToken cancel) =>
            To(await rules.RemoveAsync(form["code"].ToString(), cancel) ? "done=topic-removed" : "wrong=last")).WithName("RemoveTopic");
    }

    private static async Task<IResult> SaveAsync(IFormCollection form, Func<MessageTopic, CancellationToken, Task<bool>> save, string done, string otherwise, CancellationToken cancellationToken)
    {
        string Text(string name) => form[name].ToString().Trim();
        var topic = new MessageTopic(Text("code"), Text("en"), Text("fa"), Text("ar"), form["asksFirst"].Count > 0);
        return To(TopicRules.Fault(topic) is { } fault ? "wrong=" + fault : await save(topic, cancellationToken) ? "done=" + done : "wrong=" + otherwise);
    }

    private static IResult To(string query) => TypedResults.LocalRedirect("/messages/topics?" + query);
}
