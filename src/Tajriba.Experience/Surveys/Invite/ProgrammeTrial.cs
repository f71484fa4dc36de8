using Tajriba.Experience.Surveys.Links;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Sends a programme's invitation to oneself: its link leads to the survey, whose answer is a test and in no figure.</summary>
internal sealed class ProgrammeTrial(IDatabase database, SurveyLinks links, IMessageTrial trial, SiteAddress site, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public async Task<TrialOutcome> SendAsync(Programme programme, string channel, string language, string to, CancellationToken cancellationToken)
    {
        var text = programme.Settings.Texts.FirstOrDefault(t => t.Language == language) ?? programme.Settings.Texts[0];
        var (definition, path) = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                var body = await InviteJob.VersionAsync(transaction, programme.SurveyKey, cancel);
                return (body, body is null ? null : await links.CreateAsync(
                    transaction, new NewSurveyLink(programme.SurveyKey, LinkMode.Personal) { IsTest = true, Channel = channel, Language = text.Language, ExpiresAt = clock.GetUtcNow() + Life }, cancel));
            },
            cancellationToken);
        return definition is null
            ? new TrialOutcome(false, InviteReasons.NoSurvey)
            : await trial.SendAsync(channel, to, InvitationMail.Of(text, FirstQuestion.Of(definition)), site.Of(path!), cancellationToken);
    }
}
