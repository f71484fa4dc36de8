using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Objectives.Reviews;
using Tajriba.Organization.Objectives.Tree;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Follow;

/// <summary>Writes reminders in their reader's language, digits and calendar.</summary>
public sealed class ReminderLetters(DigestReaders readers, IStringLocalizer<ReminderLetters> texts, SiteAddress site, TimeProvider clock)
{
    private static readonly TimeSpan Useful = TimeSpan.FromDays(ReminderStore.Days - 1);

    /// <summary>A letter to a person.</summary>
    /// <param name="person">Who reads it; their name to sign in is an e-mail address.</param>
    /// <param name="today">The day, where the organization is; with the person it makes the message's key.</param>
    /// <param name="toSay">Objectives of which they have to say how they stand.</param>
    /// <param name="toDo">What they have to do, each with its objective.</param>
    public MessageRequest Write(ActingPerson person, DateOnly today, IReadOnlyList<ObjectiveNode> toSay, IReadOnlyList<(CorrectiveAction Action, ObjectiveNode Objective)> toDo)
    {
        ReaderPreferences reader = readers.PreferencesOf(person);
        using var speaking = Speaking.In(reader.Language);
        var show = new Show(reader, clock);
        var plain = new StringBuilder();
        var html = new StringBuilder($"<div dir=\"{show.Direction}\" lang=\"{show.Reader.Language}\">");
        Part("ToSay", [.. toSay.Select(n => (n.Value.Title, Said(n), $"/objectives/{n.Code}#checkin"))]);
        Part("ToDo", [.. toDo.Select(a => (a.Action.What, texts[a.Action.IsLate(today) ? "Late" : "Until", show.Date(a.Action.DueOn), a.Objective.Value.Title].Value, $"/objectives/{a.Objective.Code}"))]);
        plain.AppendLine(texts["Weekly"]);
        html.Append($"<p>{WebUtility.HtmlEncode(texts["Weekly"])}</p></div>");
        return MessageRequest.ToPerson(
            new(person.Id, person.UserName),
            "reminder",
            new(reader.Language, texts["Subject", show.Count(toSay.Count + toDo.Count)], plain.ToString(), html.ToString()),
            string.Create(CultureInfo.InvariantCulture, $"objectives-{person.Id}-{today:yyyy-MM-dd}"),
            clock.GetUtcNow() + Useful);

        string Said(ObjectiveNode node) => node.Last is { } last ? texts["LastSaid", show.Date(DateOnly.FromDateTime(last.At.UtcDateTime))] : texts["NeverSaid"];

        void Part(string title, IReadOnlyList<(string Text, string More, string Path)> lines)
        {
            if (lines.Count == 0)
            {
                return;
            }

            plain.AppendLine(texts[title]);
            html.Append($"<h3>{WebUtility.HtmlEncode(texts[title])}</h3><ul>");
            foreach ((string text, string more, string path) in lines)
            {
                string link = site.Of(path);
                plain.AppendLine($"- {text} ({more})").AppendLine($"  {link}");
                html.Append($"<li><a href=\"{WebUtility.HtmlEncode(link)}\"><bdi>{WebUtility.HtmlEncode(text)}</bdi></a> <small>{WebUtility.HtmlEncode(more)}</small></li>");
            }

            plain.AppendLine();
            html.Append("</ul>");
        }
    }
}
