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
    /// <param name="occasion">How one came to answer.</param>
    /// <param name="draft">What was kept so far, or an answer that comes at once.</param>
    /// <param name="questionnaire">What was asked.</param>
    /// <param name="answers">What was answered.</param>
    /// <param name="admit">Asked first, in the same transaction: false where this was told before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> CompleteAsync(
        Occasion occasion, Draft draft, Questionnaire questionnaire, JsonObject answers, Func<DbTransaction, CancellationToken, Task<bool>>? admit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var usual = await pace.SecondsPerQuestionAsync(occasion.SurveyKey, draft.Version, cancellationToken);
        var fingerprint = ResponseQuality.Fingerprint(answers);
        return await database.WriteAsync(
            async (transaction, cancel) =>
            {
                var repeats = occasion.Mode is not (LinkMode.Kiosk or LinkMode.Ivr) && await DraftStore.RepeatsAsync(transaction, draft, fingerprint, now - TimeSpan.FromDays(1), cancel);
                if ((admit is not null && !await admit(transaction, cancel))
                    || (occasion.Link is { } link && !await SurveyLinks.TakeAsync(transaction, link, now, cancel))
                    || await drafts.EndAsync(transaction, draft, fingerprint, cancel) is not { } number)
                {
                    return false;
                }

                var at = occasion.At ?? now;
                var attributes = Attributes(occasion, draft, questionnaire, answers, at);
                var seconds = draft.BegunAt < at ? (at - draft.BegunAt).TotalSeconds : (double?)null;
                attributes["quality"] = Flags(seconds, usual, repeats, questionnaire, answers);
                var id = occasion.EventId ?? "answer-" + number.ToString(CultureInfo.InvariantCulture);
                await log.AppendAsync(transaction, [occasion.Event(id, Answered, at) with { Attributes = attributes.ToJsonString() }], cancel);
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

                await log.AppendAsync(transaction, [Opening(Occasion.Of(door, link.Mode), door.Survey.Version, "opened-" + link.Id.ToString(CultureInfo.InvariantCulture), now)], cancel);
            },
            cancellationToken);

    /// <summary>The fact that somebody saw the first page.</summary>
    public static NewEvent Opening(Occasion occasion, int version, string id, DateTimeOffset now)
    {
        var attributes = new JsonObject { ["survey"] = occasion.SurveyKey, ["version"] = version, ["mode"] = ModeOf(occasion) };
        Name(attributes, occasion);
        return occasion.Event(id, Opened, now) with { Attributes = attributes.ToJsonString() };
    }

    private static JsonObject Attributes(Occasion occasion, Draft draft, Questionnaire questionnaire, JsonObject answers, DateTimeOffset at)
    {
        var scores = SurveyScores.Of(questionnaire, answers);
        var attributes = new JsonObject
        {
            ["survey"] = occasion.SurveyKey,
            ["version"] = draft.Version,
            ["language"] = draft.Language,
            ["mode"] = ModeOf(occasion),
            ["seconds"] = Math.Max(0, Math.Round((at - draft.BegunAt).TotalSeconds, 1)),
            ["answers"] = answers.DeepClone(),
            ["scores"] = new JsonObject(scores.Numbers.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)JsonValue.Create(s.Value)))),
        };
        if (scores.Kano.Count > 0)
        {
            attributes["kano"] = new JsonObject(scores.Kano.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)JsonValue.Create(s.Value.ToString()))));
        }

        if (occasion.Context is { } context)
        {
            attributes["context"] = JsonNode.Parse(context);
        }

        Name(attributes, occasion);
        return attributes;
    }

    private static string ModeOf(Occasion occasion) => occasion.Mode.ToString().ToLowerInvariant();

    private static void Name(JsonObject attributes, Occasion occasion)
    {
        if (occasion.Programme is { } programme)
        {
            attributes["programme"] = programme;
        }

        if (occasion.Invitation is { } invitation)
        {
            attributes["invitation"] = invitation;
        }

        attributes["test"] = occasion.IsTest;
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
