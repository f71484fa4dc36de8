using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Surveys.Edit;
using Tajriba.Experience.Surveys.Invite;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Quality;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Experience.Surveys;

/// <summary>Asking: surveys, the pages on which people answer them, who is invited, and what came of it.</summary>
public sealed class SurveysRoom : Room
{
    public override string Name => "surveys";

    public override Layer Layer => Layer.Experience;

    public override string SchemaPrefix => "Tajriba.Experience.Surveys.Storage";

    public override IReadOnlyList<Permission> Permissions =>
        [SurveyPermissions.View, SurveyPermissions.Design, SurveyPermissions.Send, SurveyPermissions.Responses];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SurveyStore>();
        services.AddSingleton<SurveyEditor>();
        services.AddSingleton<SurveyLinks>();
        services.AddSingleton<Places>();
        services.AddSingleton<Doors>();
        services.AddSingleton<UsualPace>();
        services.AddRespond();
        services.AddInvite();
        services.AddEdit();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapRespond();
        routes.MapInvite();
        routes.MapEdit();
    }
}
