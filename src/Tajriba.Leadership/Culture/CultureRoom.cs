using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Rooms;
using Tajriba.Leadership.Culture.Digest;
using Tajriba.Leadership.Culture.Learning;
using Tajriba.Leadership.Culture.Pulse;
using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Leadership.Culture.Rituals;

namespace Tajriba.Leadership.Culture;

/// <summary>What people here believe of customers and of working here, what they learn and keep up, and how they recognize each other's work.</summary>
public sealed class CultureRoom : Room
{
    public override string Name => "culture";

    public override Layer Layer => Layer.Leadership;

    public override string SchemaPrefix => "Tajriba.Leadership.Culture.Storage";

    public override IReadOnlyList<Permission> Permissions => [CulturePermissions.View, CulturePermissions.Manage];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("work-culture", typeof(CultureTexts), "Culture", "heart-handshake", CulturePermissions.View, 20)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CultureBook>();
        services.AddSingleton<NoteStore>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<IRecognition, RecognitionWall>();
        services.AddSingleton<QuestionLibrary>();
        services.AddSingleton<PulseStore>();
        services.AddScoped<PulseReader>();
        services.AddScoped<IWaitingSource, PulseWaiting>();
        services.AddSingleton<LearningStore>();
        services.AddScoped<LearningReader>();
        services.AddScoped<LearningEffectReader>();
        services.AddSingleton<RitualStore>();
        services.AddScoped<RitualReader>();
        services.AddSingleton<MonthReader>();
        services.AddSingleton<DigestStore>();
        services.AddScoped<DigestLetters>();
        services.AddJob<DigestJob>(DigestJob.Name, JobSchedule.Every(TimeSpan.FromMinutes(30)));
        services.AddJob<PulseCloser>(PulseCloser.Name, JobSchedule.Every(TimeSpan.FromMinutes(5)));
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder everybody = routes.MapGroup("/work-culture").RequirePermission(CulturePermissions.View).ExcludeFromDescription();
        everybody.MapWall();
        everybody.MapPulseAnswers();
        everybody.MapLearners();
        everybody.MapDigest();

        RouteGroupBuilder group = routes.MapGroup("/work-culture").RequirePermission(CulturePermissions.Manage).ExcludeFromDescription();
        group.MapUndo();
        group.MapRounds();
        group.MapPaths();
        group.MapRituals();
        routes.MapCultureApi();
    }
}
