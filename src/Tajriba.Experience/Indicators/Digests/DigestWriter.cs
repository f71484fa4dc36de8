using System.Net;
using System.Text;
using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators.Control;
using Tajriba.Experience.Indicators.Dashboards;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.Digests;

/// <summary>Writes a digest as one person may read it: their units, their language, digits and calendar.</summary>
public sealed class DigestWriter(
    IndicatorDefinitions definitions, IndicatorSelections selections, DashboardStore dashboards, SignalStore signals, WordsFor words, IStringLocalizer<DigestPage> texts,
    IStringLocalizer<ControlPage> rules, SiteAddress site, TimeProvider clock)
{
    private const int WeekDays = 7;

    /// <summary>The digest as of now, and whether the log has been read for all of it.</summary>
    public async Task<(MessageText Text, bool IsWhole)> WriteAsync(DigestPlan plan, ICurrentPerson person, ReaderPreferences reader, CancellationToken cancellationToken = default)
    {
        var sight = new IndicatorReader(definitions, selections, person);
        var known = (await sight.ListAsync(cancellationToken)).ToDictionary(d => d.Key, StringComparer.Ordinal);
        var keys = plan.Dashboard is { } role ? await dashboards.GetAsync(role, cancellationToken) : plan.Keys;
        var reports = new List<(IndicatorReport Report, string Link)>();
        foreach (var definition in keys.Where(known.ContainsKey).Select(k => known[k]))
        {
            var days = DaysOf(plan, definition, reader.Calendar);
            var state = IndicatorState.Default with { From = days.From, To = days.To };
            reports.Add((await sight.ReportAsync(definition, state, reader.Calendar, cancellationToken), site.Of($"/indicators/{definition.Key}{IndicatorQuery.Format(state)}")));
        }

        var shown = reports.ToDictionary(r => r.Report.Definition.Id, r => r.Report.Definition);
        var open = (await signals.OpenAsync(cancellationToken)).Where(s => shown.ContainsKey(s.DefinitionId) && sight.Scope.Contains(s.Unit)).ToList();
        using var speaking = Speaking.In(reader.Language);
        return (Write(plan, new Show(reader, clock), reports, [.. open.Select(s => (s, shown[s.DefinitionId]))]), reports.All(r => r.Report.Progress >= 1));
    }

    /// <summary>The last seven days, or the last whole week of the reader's calendar, whose observations can all be there.</summary>
    private Period DaysOf(DigestPlan plan, IndicatorDefinition definition, CalendarKind calendar)
    {
        var open = selections.Open(definition);
        var end = plan.Day is null ? open : Periods.FirstDay(open, PeriodStep.Week, calendar);
        return new Period(end.AddDays(-WeekDays), end.AddDays(-1));
    }

    private MessageText Write(DigestPlan plan, Show show, List<(IndicatorReport Report, string Link)> reports, IReadOnlyList<(Signal Signal, IndicatorDefinition Definition)> open)
    {
        var names = words.Of(show);
        string subject = texts["Subject", show.Date(selections.Today)];
        var plain = new StringBuilder().AppendLine(subject).AppendLine();
        var html = new StringBuilder($"<div dir=\"{show.Direction}\" lang=\"{show.Reader.Language}\"><h2>{Encoded(subject)}</h2>");
        html.Append("<table border=\"0\" cellpadding=\"8\" cellspacing=\"0\"><tr>");
        foreach (var title in new[] { "Indicator", "Value", "Interval", "N", "Change", "Days" })
        {
            html.Append("<th align=\"start\">").Append(Encoded(texts[title])).Append("</th>");
        }

        html.Append("</tr>");
        foreach (var (report, link) in reports)
        {
            var d = report.Definition;
            var days = $"{show.Date(report.Days.From)} – {show.Date(report.Days.To)}";
            var range = names.Range(d, report.Value);
            var change = (report.Change is { } c ? names.Change(d, c) + " · " : "") + names.Significance(report.Change);
            plain.AppendLine($"{names.Name(d)}: {names.Value(d, report.Value)}{(range is null ? "" : $" ({range})")}, {names.Count(report.Value)}")
                .AppendLine($"  {texts["Change"]}: {change}").AppendLine($"  {days}").AppendLine($"  {link}").AppendLine();
            html.Append("<tr>");
            html.Append($"<td><a href=\"{Encoded(link)}\">{Encoded(names.Name(d))}</a></td><td><b>{Encoded(names.Value(d, report.Value))}</b></td><td>{Encoded(range ?? show.Nothing)}</td>");
            html.Append($"<td>{Encoded(show.Count(report.Value.Count))}</td><td>{Encoded(change)}</td><td>{Encoded(days)}</td></tr>");
        }

        html.Append("</table>");
        if (reports.Count == 0)
        {
            plain.AppendLine(texts["Empty"]);
            html.Append($"<p>{Encoded(texts["Empty"])}</p>");
        }

        Signals(plain, html, names, show, open);
        var manage = site.Of(DigestEndpoints.Address);
        plain.AppendLine().AppendLine(texts["Every", DigestTimes.Day(show, plan.Day, texts), DigestTimes.Hour(show, plan.Hour)]).AppendLine($"{texts["Stop"]} {manage}");
        html.Append($"<p>{Encoded(texts["Every", DigestTimes.Day(show, plan.Day, texts), DigestTimes.Hour(show, plan.Hour)])} <a href=\"{Encoded(manage)}\">{Encoded(texts["StopLink"])}</a></p></div>");
        return new MessageText(show.Reader.Language, subject, plain.ToString(), html.ToString());
    }

    private void Signals(StringBuilder plain, StringBuilder html, IndicatorWords names, Show show, IReadOnlyList<(Signal Signal, IndicatorDefinition Definition)> open)
    {
        plain.AppendLine(texts["Signals"]);
        html.Append($"<h3>{Encoded(texts["Signals"])}</h3>");
        if (open.Count == 0)
        {
            plain.AppendLine(texts["NoSignals"]);
            html.Append($"<p>{Encoded(texts["NoSignals"])}</p>");
            return;
        }

        html.Append("<ul>");
        foreach (var (signal, definition) in open)
        {
            var link = site.Of(signal.Path(definition));
            string said = texts["Signalled", names.Signalled(definition, signal), show.Date(signal.From), rules["Rule" + signal.Rule]];
            plain.AppendLine($"- {said}").AppendLine($"  {link}");
            html.Append($"<li><a href=\"{Encoded(link)}\">{Encoded(said)}</a></li>");
        }

        html.Append("</ul>");
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
