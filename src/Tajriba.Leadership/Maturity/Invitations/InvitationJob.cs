using System.Globalization;
using System.Net;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Invitations;

/// <summary>Sends reminders of assessments by e-mail too, once for each time that somebody asked for them; whoever has answered gets none.</summary>
public sealed partial class InvitationJob(
    InvitationStore invitations, CampaignStore campaigns, IActingPersons persons, DigestReaders readers, IStringLocalizer<InvitationTexts> texts, SiteAddress site, IMessages messages, IDatabase database,
    DayClock days, TimeProvider clock, ILogger<InvitationJob> logger) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "maturity.reminders";

    /// <summary>A letter that could not be written in so many days is too late.</summary>
    private const int Days = 2;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), days.Zone).DateTime);
        foreach (Campaign campaign in (await campaigns.ListAsync(cancellationToken)).Where(c => c.IsOpen(today)))
        {
            foreach (Invitation asked in (await invitations.OfAsync(campaign.Id, cancellationToken)).Where(i => !i.HasAnswered && i.RemindedOn >= today.AddDays(-Days)))
            {
                await TryAsync(campaign, asked, cancellationToken);
            }
        }
    }

    /// <summary>One at a time, so that one to whom nothing can be sent holds up none.</summary>
    private async Task TryAsync(Campaign campaign, Invitation asked, CancellationToken cancellationToken)
    {
        try
        {
            if (await persons.FindAsync(asked.Person, cancellationToken) is { } person && DigestReaders.IsAddress(person.UserName))
            {
                // Its key is of the day of the reminder: asked for again it is the same message.
                MessageRequest letter = Write(campaign, asked, person);
                await database.WriteAsync((transaction, cancel) => messages.RequestAsync(transaction, letter, cancel), cancellationToken);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(logger, asked.Person, campaign.Id, error);
        }
    }

    private MessageRequest Write(Campaign campaign, Invitation asked, ActingPerson person)
    {
        ReaderPreferences reader = readers.PreferencesOf(person);
        using var speaking = Speaking.In(reader.Language);
        var show = new Show(reader, clock);
        string link = site.Of(asked.Path), waits = texts["Reminded", campaign.Plan.Name, show.Date(campaign.Plan.ClosesOn)];
        string html = $"<div dir=\"{show.Direction}\" lang=\"{reader.Language}\"><p>{WebUtility.HtmlEncode(waits)}</p><p><a href=\"{WebUtility.HtmlEncode(link)}\"><bdi>{WebUtility.HtmlEncode(campaign.Plan.Name)}</bdi></a></p></div>";
        return MessageRequest.ToPerson(
            new(person.Id, person.UserName),
            "reminder",
            new(reader.Language, texts["LetterSubject", campaign.Plan.Name], $"{waits}\n{link}\n", html),
            string.Create(CultureInfo.InvariantCulture, $"assessment-{campaign.Id}-{asked.RemindedOn:yyyy-MM-dd}-{person.Id}"),
            clock.GetUtcNow() + TimeSpan.FromDays(Days));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Person {Person} was not reminded of assessment {Assessment}")]
    private static partial void Failed(ILogger logger, long person, long assessment, Exception error);
}
