using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>A programme as a person typed it.</summary>
internal static class ProgrammeForm
{
    private const int LongestName = 200;

    /// <summary>What was typed, and the member that breaks a rule, or null.</summary>
    public static (string Name, string Survey, ProgrammeSettings Settings, string? Fault) Read(IFormCollection form, Read read)
    {
        var numbers = new List<string>();
        int Count(string name, int otherwise)
        {
            var text = form[name].ToString();
            var value = text.Length == 0 ? otherwise : read.Count(text) is { } count and <= int.MaxValue ? (int)count : -1;
            if (value < 0)
            {
                numbers.Add(name);
            }

            return value;
        }

        var name = form["name"].ToString().Trim();
        var survey = form["survey"].ToString();
        var settings = new ProgrammeSettings
        {
            Trigger = form["trigger"].ToString() switch { "list" => TriggerKind.List, "schedule" => TriggerKind.Schedule, _ => TriggerKind.Event },
            EventName = form["event"].ToString().Trim(),
            DelayMinutes = Count("delay", 0),
            Conditions = Conditions(form, "path", "values"),
            PersonConditions = Conditions(form, "personPath", "personValues"),
            WithinDays = Count("withinDays", 30),
            Schedule = new ProgrammeSchedule(
                Enum.TryParse<ScheduleEvery>(form["every"].ToString(), out var every) ? every : ScheduleEvery.Week, Count("day", 1),
                TimeOnly.TryParseExact(form["at"].ToString(), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : ProgrammeSchedule.Usual.At),
            StrataPath = form["strataPath"].ToString().Trim(),
            Strata = Strata(form["strata"].ToString(), read),
            Topic = form["topic"].ToString() is { Length: > 0 } topic ? topic : "surveys",
            Share = Share(form["share"].ToString(), read),
            MostPerDay = form["mostPerDay"].ToString().Length == 0 ? null : Count("mostPerDay", 0),
            Channels = [.. form["channels"].OfType<string>()],
            Context = Split(form["context"].ToString(), ',', '،', '\n'),
            ExpiryDays = Count("expiryDays", 14),
            ReminderDays = Count("reminderDays", 3),
            MostReminders = Count("mostReminders", 0),
            Texts = [.. ReaderPreferences.Languages.OrderBy(language => language == form["first"] ? 0 : 1).Select(language => Text(form, language)).Where(t => t.Subject.Length + t.Plain.Length + t.Short.Length > 0)],
        };
        var fault = name.Length is 0 or > LongestName ? "name" : survey.Length == 0 ? "survey" : numbers.Count > 0 ? numbers[0] : settings.Fault();
        return (name, survey, settings, fault);
    }

    private static double Share(string text, Read read) => read.Percent(text) ?? (double?)read.Number(text) / 100 ?? -1;

    private static TriggerCondition[] Conditions(IFormCollection form, string path, string values) =>
    [
        .. form[path].Zip(form[values]).Where(pair => !string.IsNullOrWhiteSpace(pair.First)).Select(pair => new TriggerCondition(pair.First!.Trim(), Split(pair.Second ?? "", ',', '،'))),
    ];

    /// <summary>One to a line: the value, a colon, its share.</summary>
    private static Stratum[] Strata(string text, Read read) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => (Line: line, Colon: line.LastIndexOf(':')))
            .Select(l => l.Colon < 0 ? new Stratum(l.Line, -1) : new Stratum(l.Line[..l.Colon].Trim(), Share(l.Line[(l.Colon + 1)..].Trim(), read))),
    ];

    private static InvitationText Text(IFormCollection form, string language) =>
        new(language, form["subject-" + language].ToString().Trim(), form["plain-" + language].ToString().Trim(), form["short-" + language].ToString().Trim());

    private static string[] Split(string text, params char[] separators) =>
        [.. text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>A key of a name: its letters and digits of ASCII, else a number by time.</summary>
    public static string KeyOf(string name, DateTimeOffset now)
    {
        var key = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        while (key.Contains("--", StringComparison.Ordinal))
        {
            key = key.Replace("--", "-", StringComparison.Ordinal);
        }

        return key.Length is 0 or > 60 || key == "new" ? "programme-" + now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : key;
    }
}
