using System.Globalization;
using System.Net;
using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Records;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Conflicts;

/// <summary>Writes that a conflict is late, in its reader's language, digits and calendar.</summary>
public sealed class ConflictLetters(DigestReaders readers, IStringLocalizer<ConflictLetters> texts, SiteAddress site, TimeProvider clock)
{
    private static readonly TimeSpan Useful = TimeSpan.FromDays(7);

    /// <summary>A letter to a person.</summary>
    /// <param name="person">Who reads it; their name to sign in is an e-mail address.</param>
    /// <param name="late">The conflict.</param>
    /// <param name="body">The body with which it lies.</param>
    public MessageRequest Write(ActingPerson person, Kept<Conflict> late, Body body)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(late);
        ArgumentNullException.ThrowIfNull(body);
        ReaderPreferences reader = readers.PreferencesOf(person);
        using var speaking = Speaking.In(reader.Language);
        var show = new Show(reader, clock);
        string link = site.Of("/governance/conflicts"), lies = texts["Lies", body.Name, show.Date(late.Value.DueOn)];
        string plain = $"{late.Value.What}\n{lies}\n{texts["Next"]}\n{link}\n";
        string html = $"<div dir=\"{show.Direction}\" lang=\"{reader.Language}\"><p><a href=\"{WebUtility.HtmlEncode(link)}\"><bdi>{WebUtility.HtmlEncode(late.Value.What)}</bdi></a></p>"
            + $"<p>{WebUtility.HtmlEncode(lies)}</p><p>{WebUtility.HtmlEncode(texts["Next"])}</p></div>";
        return MessageRequest.ToPerson(
            new(person.Id, person.UserName),
            "reminder",
            new(reader.Language, texts["Subject"], plain, html),
            string.Create(CultureInfo.InvariantCulture, $"conflict-{late.Code}-{late.Value.Body}-{late.Value.DueOn:yyyy-MM-dd}-{person.Id}"),
            clock.GetUtcNow() + Useful);
    }
}
