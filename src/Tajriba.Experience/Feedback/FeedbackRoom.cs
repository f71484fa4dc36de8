using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Problems;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Public;
using Tajriba.Experience.Feedback.Rules;
using Tajriba.Experience.Feedback.Rules.Edit;
using Tajriba.Experience.Feedback.Themes;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Experience.Feedback;

/// <summary>What customers say: read, understood, answered in time, and its causes removed.</summary>
public sealed class FeedbackRoom : Room
{
    public override string Name => "feedback";

    public override Layer Layer => Layer.Experience;

    public override string SchemaPrefix => "Tajriba.Experience.Feedback.Storage";

    public override IReadOnlyList<Permission> Permissions =>
        [FeedbackPermissions.View, FeedbackPermissions.Handle, FeedbackPermissions.Manage, FeedbackPermissions.Personal];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("feedback", typeof(FeedbackRoom), "Feedback", "inbox", FeedbackPermissions.View, 25)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddInbox();
        services.AddCases();
        services.AddPromises();
        services.AddProblems();
        services.AddRules();
        services.AddThemes();
        services.AddPublicPages();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapInbox();
        routes.MapCases();
        routes.MapPromises();
        routes.MapProblems();
        routes.MapRules();
        routes.MapPublicPages();
    }
}
