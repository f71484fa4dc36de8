using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Rooms;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Evidence;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Invitations;
using Tajriba.Leadership.Maturity.Plans;
using Tajriba.Leadership.Maturity.Results;
using Tajriba.Leadership.Maturity.Rounds;
using Tajriba.Leadership.Maturity.Weights;

namespace Tajriba.Leadership.Maturity;

/// <summary>How far the organization has come, by its own people's judgement and by what the product knows.</summary>
public sealed class MaturityRoom : Room
{
    public override string Name => "maturity";

    public override Layer Layer => Layer.Leadership;

    public override string SchemaPrefix => "Tajriba.Leadership.Maturity.Storage";

    public override IReadOnlyList<Permission> Permissions => [MaturityPermissions.View, MaturityPermissions.Manage];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("maturity", typeof(MaturityTexts), "Maturity", "stairs-up", MaturityPermissions.View, 10)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FrameLibrary>();
        services.AddSingleton<CampaignStore>();
        services.AddSingleton<SheetStore>();
        services.AddScoped<CampaignReader>();
        services.AddSingleton<MaturityBook>();
        services.AddSingleton<JudgementStore>();
        services.AddScoped<RoundReader>();
        services.AddScoped<RoadMapReader>();
        services.AddScoped<IWaitingSource, RoundWaiting>();
        services.AddSingleton<InvitationStore>();
        services.AddScoped<InvitedPeople>();
        services.AddScoped<IWaitingSource, InvitationWaiting>();
        services.AddScoped<EvidenceReader>();
        services.AddScoped<IEvidenceSource, IndicatorEvidence>();
        services.AddScoped<IEvidenceSource, JourneyEvidence>();
        services.AddScoped<IEvidenceSource, SurveyEvidence>();
        services.AddScoped<IEvidenceSource, GovernanceEvidence>();
        services.AddScoped<IEvidenceSource, ObjectiveEvidence>();
        services.AddScoped<IEvidenceSource, LeadershipEvidence>();
        services.AddScoped<IEvidenceSource, CultureEvidence>();
        services.AddScoped<IEvidenceSource, InsightEvidence>();
        services.AddJob<InvitationJob>(InvitationJob.Name, JobSchedule.Every(TimeSpan.FromMinutes(1)));
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapFrames();
        routes.MapCampaigns();
        routes.MapWeights();
        routes.MapAnswers();
        routes.MapInvitations();
        routes.MapRounds();
        routes.MapRoadMaps();
        routes.MapMaturityApi();
    }
}
