using Microsoft.Extensions.DependencyInjection;
using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Feedback;
using Tajriba.Demo.Governance;
using Tajriba.Demo.Group;
using Tajriba.Demo.Insights;
using Tajriba.Demo.Journeys;
using Tajriba.Demo.Leadership;
using Tajriba.Demo.Objectives;
using Tajriba.Demo.Live;
using Tajriba.Demo.Surveys;
using Tajriba.Experience.Feedback.Problems;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Experience.Surveys;
using Tajriba.Experience.Surveys.Invite;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Culture.Learning;
using Tajriba.Leadership.Culture.Pulse;
using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Leadership.Culture.Rituals;
using Tajriba.Leadership.Maturity;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Rounds;
using Tajriba.Organization.Governance.Policies;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Processes.Inventory;
using Tajriba.Organization.Strategy;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Insights;
using AssessmentInvitations = Tajriba.Leadership.Maturity.Invitations.InvitationStore;

namespace Tajriba.Demo.Building;

/// <summary>Fills an empty house with the demo. Stopped half-way, it goes on where it was.</summary>
public sealed class DemoBuilder(IExperienceLog log, IBulkAppender appender, ISettings settings, IDatabase database, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int FirstEvents = 100;
    private const long Seed = 1;
    private const int FeedbackBatch = 500;

    /// <summary>Setting that names the story whose complaints are told.</summary>
    private const string FeedbackTold = "demo.feedback";

    /// <summary>Builds the demo, or what is missing of it.</summary>
    /// <returns>The plan of the story, or null where the log already holds events of somebody else: a real house stays untouched.</returns>
    public async Task<DemoPlan?> BuildAsync(IProgress<DemoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (await PlanAsync(cancellationToken) is not { } plan)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IUnits>().AddAsync(DemoGroup.Units, cancellationToken);
        await DemoPeople.AddAsync(scope.ServiceProvider.GetRequiredService<IPeople>(), cancellationToken);

        // A house may be put together without a room; then nobody asks for what it would keep.
        if (scope.ServiceProvider.GetService<JourneyStore>() is { } journeys)
        {
            await DefineAsync(journeys, cancellationToken);
        }

        if (scope.ServiceProvider.GetService<SurveyEditor>() is { } surveys)
        {
            await AskAsync(surveys, scope.ServiceProvider.GetRequiredService<SurveyStore>(), cancellationToken);
        }

        if (scope.ServiceProvider.GetService<IndicatorStore>() is { } indicators)
        {
            await indicators.AddAsync(IndicatorTemplates.All, cancellationToken);
        }

        if (scope.ServiceProvider.GetService<CatalogueEditor>() is { } editor)
        {
            await NameEventsAsync(scope.ServiceProvider.GetRequiredService<IEventCatalogue>(), editor, cancellationToken);
        }

        await new HistoryWriter(appender, settings).WriteAsync(plan, progress, cancellationToken);
        if (scope.ServiceProvider.GetService<ProgrammeStore>() is { } programmes)
        {
            await InviteAsync(programmes, scope.ServiceProvider.GetRequiredService<GatewayStore>(), plan, cancellationToken);
        }

        if (scope.ServiceProvider.GetService<ProblemStore>() is { } problems)
        {
            await DemoVoice.AddAsync(scope.ServiceProvider.GetRequiredService<FeedbackSettings>(), scope.ServiceProvider.GetRequiredService<IPeople>(), cancellationToken);
            await ComplainAsync(plan, cancellationToken);
            await DemoProblems.AddAsync(problems, scope.ServiceProvider.GetRequiredService<IndicatorStore>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
        }

        if (scope.ServiceProvider.GetService<GovernanceBook>() is { } governance)
        {
            await DemoGovernance.AddAsync(governance, scope.ServiceProvider.GetRequiredService<AcknowledgementStore>(), scope.ServiceProvider.GetRequiredService<JourneyStore>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
            await DemoProcesses.AddAsync(scope.ServiceProvider.GetRequiredService<ProcessBook>(), governance, scope.ServiceProvider.GetRequiredService<JourneyStore>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
            await DemoStrategy.AddAsync(scope.ServiceProvider.GetRequiredService<StrategyBook>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
        }

        if (scope.ServiceProvider.GetService<ObjectiveBook>() is { } objectives)
        {
            await DemoObjectives.AddAsync(objectives, scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
        }

        if (scope.ServiceProvider.GetService<InsightStore>() is { } insights)
        {
            await DemoInsights.AddAsync(insights, scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
        }

        if (scope.ServiceProvider.GetService<CampaignStore>() is { } campaigns)
        {
            await DemoMaturity.AddAsync(campaigns, scope.ServiceProvider.GetRequiredService<SheetStore>(), plan, cancellationToken);
            await DemoRounds.AddAsync(scope.ServiceProvider.GetRequiredService<MaturityBook>(), scope.ServiceProvider.GetRequiredService<JudgementStore>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
            await DemoRoadMap.AddAsync(
                scope.ServiceProvider.GetRequiredService<MaturityBook>(), campaigns, scope.ServiceProvider.GetRequiredService<SheetStore>(), scope.ServiceProvider.GetRequiredService<JudgementStore>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
            await DemoInvitations.AddAsync(
                campaigns, scope.ServiceProvider.GetRequiredService<SheetStore>(), scope.ServiceProvider.GetRequiredService<AssessmentInvitations>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
        }

        if (scope.ServiceProvider.GetService<CultureBook>() is { } culture)
        {
            await DemoCulture.AddAsync(culture, scope.ServiceProvider.GetRequiredService<PulseStore>(), scope.ServiceProvider.GetRequiredService<NoteStore>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
            await DemoLearning.AddAsync(culture, scope.ServiceProvider.GetRequiredService<LearningStore>(), scope.ServiceProvider.GetRequiredService<RitualStore>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
        }

        if (scope.ServiceProvider.GetService<LeadershipBook>() is { } leadership)
        {
            await DemoLeadership.AddAsync(leadership, scope.ServiceProvider.GetRequiredService<GovernanceBook>(), scope.ServiceProvider.GetRequiredService<IPeople>(), plan, cancellationToken);
        }

        return plan;
    }

    /// <summary>Tells the complaints once; those that a stopped telling has told already add nothing.</summary>
    private async Task ComplainAsync(DemoPlan plan, CancellationToken cancellationToken)
    {
        if (await settings.GetAsync(FeedbackTold, "", cancellationToken) == plan.Source)
        {
            return;
        }

        foreach (var part in DemoFeedback.Tell(plan).Chunk(FeedbackBatch))
        {
            await log.AppendAsync(part, cancellationToken);
        }

        await database.WriteAsync((transaction, cancel) => settings.SetAsync(transaction, FeedbackTold, plan.Source, cancel), cancellationToken);
    }

    private async Task<DemoPlan?> PlanAsync(CancellationToken cancellationToken)
    {
        foreach (var item in await log.ReadAsync(0, FirstEvents, cancellationToken))
        {
            if (DemoPlan.Parse(item.Source) is { } plan)
            {
                return plan;
            }
        }

        return log.Head == 0 ? DemoPlan.Of(clock.GetUtcNow(), Seed) : null;
    }

    private static async Task DefineAsync(JourneyStore journeys, CancellationToken cancellationToken)
    {
        var known = (await journeys.ListAsync(cancellationToken)).Select(d => d.Name.En).ToHashSet(StringComparer.Ordinal);
        foreach (var journey in DemoJourneys.All.Where(j => !known.Contains(j.Name.En)))
        {
            await journeys.SaveAsync(journey.ToDefinition(), cancellationToken);
        }
    }

    private static async Task AskAsync(SurveyEditor surveys, SurveyStore store, CancellationToken cancellationToken)
    {
        foreach (var survey in DemoSurveys.All)
        {
            if (await store.FindAsync(survey.Key, cancellationToken) is null)
            {
                Check(await surveys.CreateAsync(survey.Key, survey.Name, survey.Topic, survey.Json, cancellationToken));
                Check(await surveys.SettleAsync(survey.Key, survey.Name, survey.Topic, [], survey.Margins, cancellationToken));
            }

            // The draft of a survey that somebody works on stays.
            if (await store.FindAsync(survey.Key, cancellationToken) is { Version: 0 })
            {
                Check(await surveys.PublishAsync(survey.Key, cancellationToken));
            }
        }

        static void Check(SurveyError? error)
        {
            if (error is not null)
            {
                throw new InvalidOperationException($"A survey of the demo is refused: {error}.");
            }
        }
    }

    private async Task InviteAsync(ProgrammeStore programmes, GatewayStore gateways, DemoPlan plan, CancellationToken cancellationToken)
    {
        if ((await gateways.ListAsync(cancellationToken)).Count == 0)
        {
            await gateways.AddAsync(DemoProgramme.Gateway, cancellationToken);
        }

        if (await programmes.FindAsync(DemoProgramme.Key, cancellationToken) is null)
        {
            var from = await PositionAtAsync(plan.Now - DemoProgramme.Before, cancellationToken);
            await programmes.AddAsync(DemoVoice.Programme, DemoSurveys.AfterCase.Name.En, DemoSurveys.AfterCase.Key, DemoVoice.Settings, log.Head, cancellationToken);
            await programmes.AddAsync(DemoProgramme.Key, DemoProgramme.Name, DemoSurveys.AfterService.Key, DemoProgramme.Settings, from, cancellationToken);
        }
    }

    /// <summary>How many events of the history, which lies in the log in order of time, came before a moment.</summary>
    private async Task<long> PositionAtAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var (low, high) = (0L, log.Head);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if ((await log.ReadAsync(middle, 1, cancellationToken))[0].Time < moment)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Tells the catalogue what people call each event and where its objects stand; what somebody has said already stays.</summary>
    private static async Task NameEventsAsync(IEventCatalogue catalogue, CatalogueEditor editor, CancellationToken cancellationToken)
    {
        foreach (var name in DemoCatalogue.Named)
        {
            var entry = catalogue.Get(name.Name);
            if (entry.Persian is null)
            {
                entry = entry with { English = name.Words.En, Persian = name.Words.Fa, Arabic = name.Words.Ar, Touchpoint = name.Touchpoint, Channel = name.Channel };
            }
            else if (entry.ObjectRules.Count > 0)
            {
                continue;
            }

            await editor.SaveAsync(entry with { ObjectRules = StoryMessage.Rules }, cancellationToken);
        }
    }
}
