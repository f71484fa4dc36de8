using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Quality;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Ends an answer: the draft, the link and the fact in the log move in one transaction, so that of any number of posts one counts.</summary>
internal sealed class Completion(IDatabase database, DraftStore drafts, IExperienceLog log, UsualPace pace, TimeProvider clock)
{
    public const string Source = "room:surveys";
    public const string Answered = "Survey Answered";
    public const string Opened = "Survey Opened";

    /// <summary>Writes the answer; false where another request was first.</summary>
    public async Task<bool> CompleteAsync(Door door, Draft draft, Questionnaire questionnaire, JsonObject answers, LinkMode mode, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var usual = await pace.SecondsPerQuestionAsync(door.Survey.Key, draft.Version, cancellationToken);
        var fingerprint = ResponseQuality.Fingerprint(answers);
        return await database.WriteAsync(
            async (transaction, cancel) =>
            {
                var repeats = mode != LinkMode.Kiosk && await DraftStore.RepeatsAsync(transaction, draft, fingerprint, now - TimeSpan.FromDays(1), cancel);
                if (!await TakeLinkAsync(transaction, door.Link, now, cancel) || await drafts.EndAsync(transaction, draft, fingerprint, cancel) is not { } number)
                {
                    return false;
                }

                var fact = Fact(door, draft, questionnaire, answers, mode, number, now);
                var seconds = draft.BegunAt < now ? (now - draft.BegunAt).TotalSeconds : (double?)null;
                fact.Attributes["quality"] = Flags(seconds, usual, repeats, questionnaire, answers);
                await log.AppendAsync(transaction, [fact.Event with { Attributes = fact.Attributes.ToJsonString() }], cancel);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Tells the log, once, that a link was opened.</summary>
    public Task OpenAsync(Door door, CancellationToken cancellationToken)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                var now = clock.GetUtcNow();
                var link = door.Link!;
                if (await transaction.Command(
                    "UPDATE surveys_links SET opened_at = @now WHERE id = @id AND opened_at IS NULL", ("now", Microseconds.Of(now)), ("id", link.Id)).RunAsync(cancel) == 0)
                {
                    return;
                }

                var id = "opened-" + link.Id.ToString(CultureInfo.InvariantCulture);
                var attributes = new JsonObject { ["survey"] = door.Survey.Key, ["version"] = door.Survey.Version };
                Name(attributes, door);
                await log.AppendAsync(transaction, [Event(door, id, Opened, now, LinkMode.Personal) with { Attributes = attributes.ToJsonString() }], cancel);
            },
            cancellationToken);

    private static async Task<bool> TakeLinkAsync(DbTransaction transaction, SurveyLink? link, DateTimeOffset now, CancellationToken cancellationToken)
        => link is null || await transaction.Command(
            "UPDATE surveys_links SET used_at = @now WHERE id = @id AND (single_use = 0 OR used_at IS NULL)", ("now", Microseconds.Of(now)), ("id", link.Id)).RunAsync(cancellationToken) > 0;

    private static (NewEvent Event, JsonObject Attributes) Fact(
        Door door, Draft draft, Questionnaire questionnaire, JsonObject answers, LinkMode mode, long number, DateTimeOffset now)
    {
        var scores = SurveyScores.Of(questionnaire, answers);
        var attributes = new JsonObject
        {
            ["survey"] = door.Survey.Key,
            ["version"] = draft.Version,
            ["language"] = draft.Language,
            ["mode"] = mode.ToString().ToLowerInvariant(),
            ["seconds"] = Math.Max(0, Math.Round((now - draft.BegunAt).TotalSeconds, 1)),
            ["answers"] = answers.DeepClone(),
            ["scores"] = new JsonObject(scores.Numbers.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)JsonValue.Create(s.Value)))),
        };
        if (scores.Kano.Count > 0)
        {
            attributes["kano"] = new JsonObject(scores.Kano.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)JsonValue.Create(s.Value.ToString()))));
        }

        if (door.Link?.Context is { } context)
        {
            attributes["context"] = JsonNode.Parse(context);
        }

        Name(attributes, door);
        attributes["test"] = false;
        return (Event(door, "answer-" + number.ToString(CultureInfo.InvariantCulture), Answered, now, mode), attributes);
    }

    private static NewEvent Event(Door door, string id, string name, DateTimeOffset now, LinkMode mode) => new()
    {
        Source = Source,
        Id = id,
        Name = name,
        Time = now,
        Objects =
        [
            door.Link?.CustomerId is { } customer ? new ObjectRef("customer", customer) : new ObjectRef("respondent", id),
            new ObjectRef("survey", door.Survey.Key),
            .. door.Link?.Objects ?? [],
        ],
        Channel = door.Link?.Channel ?? (mode == LinkMode.Kiosk ? "kiosk" : "web"),
        Unit = door.Unit,
    };

    private static void Name(JsonObject attributes, Door door)
    {
        if (door.Link?.Programme is { } programme)
        {
            attributes["programme"] = programme;
        }

        if (door.Link?.Invitation is { } invitation)
        {
            attributes["invitation"] = invitation;
        }
    }

    private static JsonArray Flags(double? seconds, double? usual, bool repeats, Questionnaire questionnaire, JsonObject answers)
    {
        var flags = new JsonArray();
        if (seconds is { } took && ResponseQuality.IsSpeeding(took, ResponseQuality.Answered(answers), usual))
        {
            flags.Add(QualityFlag.Speeding);
        }

        if (ResponseQuality.IsStraight(questionnaire, answers))
        {
            flags.Add(QualityFlag.StraightLining);
        }

        if (repeats)
        {
            flags.Add(QualityFlag.Duplicate);
        }

        return flags;
    }
}
