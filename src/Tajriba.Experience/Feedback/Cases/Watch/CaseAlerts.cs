using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Experience.Feedback.Promises.Escalations;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Cases.Watch;

/// <summary>Tells people by e-mail that time runs out; never what the customer said.</summary>
public sealed class CaseAlerts(IActingPersons persons, DigestReaders readers, IUnits units, IStringLocalizer<CaseAlerts> texts, SiteAddress site, TimeProvider clock)
{
    private static readonly TimeSpan Useful = TimeSpan.FromDays(1);

    /// <summary>A message for each of them who has an address and may see the case, in their language.</summary>
    public async Task<IReadOnlyList<MessageRequest>> WriteAsync(Case handled, SlaTarget target, EscalationStep step, IReadOnlyList<long> people, CancellationToken cancellationToken = default)
    {
        var letters = new List<MessageRequest>();
        foreach (long id in people)
        {
            if (await persons.FindAsync(id, cancellationToken) is { } person && person.ScopeOf(FeedbackPermissions.View).Contains(handled.Unit) && DigestReaders.IsAddress(person.UserName))
            {
                letters.Add(Of(handled, target, step, person));
            }
        }

        return letters;
    }

    private MessageRequest Of(Case handled, SlaTarget target, EscalationStep step, ActingPerson person)
    {
        ReaderPreferences reader = readers.PreferencesOf(person);
        using var speaking = Speaking.In(reader.Language);
        var show = new Show(reader, clock);
        string unit = handled.Unit is null ? texts["WholeOrganization"] : units.Tree.Find(handled.Unit)?.Name.In(reader.Language) ?? handled.Unit;
        string code = show.Digits(handled.Code);
        string said = texts[step.Share < 1 ? $"Soon-{target}" : $"Over-{target}", code, unit, show.Percent(step.Share)];
        return MessageRequest.ToPerson(
            new(person.Id, person.UserName),
            "escalation",
            new(reader.Language, texts[step.Share < 1 ? "SubjectSoon" : "SubjectOver", code], $"{said}\n\n{site.Of("/feedback/cases/" + handled.Code)}\n"),
            string.Create(CultureInfo.InvariantCulture, $"escalation-{handled.Code}-{target}-{step.Share}-{handled.Reopenings}-{person.Id}"),
            clock.GetUtcNow() + Useful);
    }
}
