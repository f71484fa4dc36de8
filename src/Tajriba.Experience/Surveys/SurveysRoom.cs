using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Surveys.Api;
using Tajriba.Experience.Surveys.Call;
using Tajriba.Experience.Surveys.Edit;
using Tajriba.Experience.Surveys.Follow;
using Tajriba.Experience.Surveys.Invite;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Manage;
using Tajriba.Experience.Surveys.Quality;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Customers;

namespace Tajriba.Experience.Surveys;

/// <summary>Asking: surveys, the pages on which people answer them, who is invited, and what came of it.</summary>
public sealed class SurveysRoom : Room
{
    public override string Name => "surveys";

    public override Layer Layer => Layer.Experience;

    public override string SchemaPrefix => "Tajriba.Experience.Surveys.Storage";

    public override IReadOnlyList<Permission> Permissions =>
        [SurveyPermissions.View, SurveyPermissions.Design, SurveyPermissions.Send, SurveyPermissions.Responses];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("surveys", typeof(SurveysRoom), "Surveys", "clipboard-list", SurveyPermissions.View, 20)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SurveyStore>();
        services.AddSingleton<SurveyEditor>();
        services.AddSingleton<SurveyLinks>();
        services.AddSingleton<Places>();
        services.AddSingleton<Doors>();
        services.AddSingleton<UsualPace>();
        services.AddRespond();
        services.AddSingleton<ResponseStore>();
        services.AddSingleton<AnswerMemory>();
        services.AddSingleton(provider => new ResultsReader(provider.GetRequiredService<PublishedVersions>(), provider.GetRequiredService<ResponseStore>(), provider.GetRequiredService<AnswerMemory>()));
        services.AddSingleton<CallTaker>();
        services.AddLogSubscriber<ResponseLearner>();
        services.AddSingleton<ICustomerPageSlot, CustomerAnswersSlot>();
        services.AddInvite();
        services.AddEdit();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapRespond();
        routes.MapManage();
        routes.MapResults();
        routes.MapApi();
        routes.MapCalls();
        routes.MapInvite();
        routes.MapEdit();
    }
}
