using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Digest;

/// <summary>Writes a month as a letter, in its reader's language, digits and calendar.</summary>
public sealed class DigestLetters(DigestReaders readers, Colleagues colleagues, IUnits units, IStringLocalizer<CultureTexts> texts, SiteAddress site, TimeProvider clock)
{
    private const int MostNotes = 20;
    private static readonly TimeSpan Useful = TimeSpan.FromDays(7);

    /// <summary>A letter to a person, whose name to sign in is an e-mail address: what was reached, who thanked them, and how much else there was.</summary>
    public async Task<MessageRequest> WriteAsync(ActingPerson person, CultureMonth month, CancellationToken cancellationToken = default)
    {
        IReadOnlyDictionary<long, string> names = await colleagues.NamesAsync(cancellationToken);
        ReaderPreferences reader = readers.PreferencesOf(person);
        using var speaking = Speaking.In(reader.Language);
        var show = new Show(reader, clock);
        string subject = texts["Digest-Of", show.Month(month.From)], link = site.Of($"/work-culture/digest?month={month.From:yyyy-MM-dd}");
        var plain = new StringBuilder().AppendLine(subject).AppendLine();
        var html = new StringBuilder($"<div dir=\"{show.Direction}\" lang=\"{show.Reader.Language}\"><h2>{Encoded(subject)}</h2><table border=\"0\" cellpadding=\"8\" cellspacing=\"0\"><tr>");
        foreach ((string label, string value) in new (string, string)[]
        {
            (texts["Digest-Thanks"], show.Count(month.Thanks.Count)),
            (texts["Digest-Achievements"], show.Count(month.Achievements.Count)),
            (texts["Digest-Rituals"], texts["Digest-KeptOf", show.Count(month.Kept), show.Count(month.Days.Count)]),
            (texts["Digest-Steps"], show.Count(month.Steps)),
        })
        {
            plain.AppendLine($"{label}: {value}");
            html.Append($"<td>{Encoded(label)}<br><b>{Encoded(value)}</b></td>");
        }

        plain.AppendLine();
        html.Append("</tr></table>");
        Notes("Digest-Achievements", month.Achievements);
        Notes("Digest-ToYou", [.. month.Thanks.Where(n => n.To == person.Id)]);
        plain.AppendLine(link).AppendLine().AppendLine(texts["Digest-Stop"]);
        html.Append($"<p><a href=\"{Encoded(link)}\">{Encoded(texts["Digest-Read"])}</a></p><p><small>{Encoded(texts["Digest-Stop"])}</small></p></div>");
        return MessageRequest.ToPerson(
            new(person.Id, person.UserName),
            "culture",
            new(reader.Language, subject, plain.ToString(), html.ToString()),
            string.Create(CultureInfo.InvariantCulture, $"culture-{person.Id}-{month.From:yyyy-MM-dd}"),
            clock.GetUtcNow() + Useful);

        void Notes(string title, IReadOnlyList<Note> notes)
        {
            if (notes.Count == 0)
            {
                return;
            }

            plain.AppendLine(texts[title]);
            html.Append($"<h3>{Encoded(texts[title])}</h3><ul>");
            foreach (Note note in notes.Take(MostNotes))
            {
                string who = note.From is { } from && note.Quality != Quality.Achievement ? names.GetValueOrDefault(from) ?? texts["FormerColleague"] : UnitName(note.ToUnit) ?? texts["WholeHouse"];
                plain.AppendLine($"- {who}: {note.Text}");
                html.Append($"<li><b><bdi>{Encoded(who)}</bdi></b>: <bdi>{Encoded(note.Text)}</bdi></li>");
            }

            plain.AppendLine();
            html.Append("</ul>");
        }

        string? UnitName(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(reader.Language) ?? code;
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
