using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Quality;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Call;

/// <summary>Takes the answers of a telephone call: checked as those of pages are, and once for each call.</summary>
internal sealed class CallTaker(IDatabase database, PublishedVersions versions, Completion completion, TimeProvider clock)
{
    private const int LongestId = 100;

    /// <summary>Takes a call of a survey that is open.</summary>
    public async Task<CallOutcome> TakeAsync(Survey survey, CallBody body, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (Fault(body, now) is { } fault)
        {
            return new CallOutcome.Refused([fault]);
        }

        if (survey.State != SurveyState.Open || await versions.FindAsync(survey.Id, survey.Version, cancellationToken) is not { } published)
        {
            return new CallOutcome.NotOpen();
        }

        var language = published.Languages.Contains(body.Language ?? "") ? body.Language! : published.Languages[0];
        var context = ContextOf(body);
        var run = new QuestionnaireRun(published.Questionnaire, new RunOptions { Locale = language, Variables = context?.DeepClone().AsObject(), Clock = clock });
        if (ScaleFault(run, body) is { } scale)
        {
            return new CallOutcome.Refused([scale]);
        }

        if (KeyAnswers.Apply(run, Pressed(body)) is { Count: > 0 } faults)
        {
            return new CallOutcome.Refused(faults);
        }

        var id = "ivr-" + Token.Hash($"{survey.Id}/{body.CallId}")[..32];
        var occasion = new Occasion
        {
            SurveyKey = survey.Key,
            Mode = LinkMode.Ivr,
            CustomerId = body.Customer,
            Objects = [.. body.Objects.Select(o => new ObjectRef(o.Type, o.Id, o.Qualifier)), .. body.Agent is { } agent ? [new ObjectRef("employee", agent, "handler")] : Array.Empty<ObjectRef>()],
            Unit = body.Unit,
            Channel = "phone",
            Context = context?.ToJsonString(),
            Programme = body.Programme,
            Invitation = body.Invitation,
            IsTest = body.Test,
            EventId = id,
            At = body.At,
        };
        var answers = run.Answers;
        var at = body.At ?? now;
        var draft = new Draft
        {
            Owner = Token.Hash(id), SurveyId = survey.Id, Version = survey.Version, CustomerId = body.Customer, Language = language, Answers = answers, BegunAt = at - TimeSpan.FromSeconds(body.Seconds ?? 0),
        };
        var fingerprint = ResponseQuality.Fingerprint(answers) + "/" + body.Customer;
        var isNew = await completion.CompleteAsync(occasion, draft, published.Questionnaire, answers, (transaction, cancel) => AdmitAsync(transaction, survey.Id, body.CallId, fingerprint, now, cancel), cancellationToken);
        return isNew || await FingerprintAsync(survey.Id, body.CallId, cancellationToken) == fingerprint
            ? new CallOutcome.Taken(id, survey.Version, answers, isNew)
            : new CallOutcome.Differs();
    }

    private static async Task<bool> AdmitAsync(DbTransaction transaction, long survey, string callId, string fingerprint, DateTimeOffset now, CancellationToken cancellationToken)
        => await transaction.Command(
            "INSERT INTO surveys_calls (survey_id, call_id, fingerprint, told_at) VALUES (@survey, @call, @fingerprint, @now) ON CONFLICT (survey_id, call_id) DO NOTHING",
            ("survey", survey), ("call", callId), ("fingerprint", fingerprint), ("now", Microseconds.Of(now))).RunAsync(cancellationToken) > 0;

    private async Task<string?> FingerprintAsync(long survey, string callId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT fingerprint FROM surveys_calls WHERE survey_id = @survey AND call_id = @call", ("survey", survey), ("call", callId)).ScalarAsync<string>(cancellationToken);
    }

    private static CallFault? Fault(CallBody body, DateTimeOffset now)
        => !IsId(body.CallId) ? new("callId", "1 to 100 characters.")
            : body.Customer is { } customer && !IsId(customer) ? new("customer", "1 to 100 characters.")
            : body.Agent is { } agent && !IsId(agent) ? new("agent", "1 to 100 characters.")
            : body.Queue is { } queue && !IsId(queue) ? new("queue", "1 to 100 characters.")
            : body.Programme is { } programme && !IsId(programme) ? new("programme", "1 to 100 characters.")
            : body.Invitation is { } invitation && !IsId(invitation) ? new("invitation", "1 to 100 characters.")
            : body.Objects.Count > 50 || body.Objects.Any(o => o is null || !IsId(o.Type) || !IsId(o.Id) || o.Qualifier is null or { Length: > LongestId }) ? new("objects", "At most 50, each with type and id.")
            : body.Language is { } language && !ReaderPreferences.Languages.Contains(language) ? new("language", "One of en, fa, ar.")
            : body.Seconds is { } seconds && seconds is not (>= 0 and <= 86_400) ? new("seconds", "0 to 86400.")
            : body.At is { } at && (at > now + TimeSpan.FromMinutes(5) || at < now - TimeSpan.FromDays(366)) ? new("at", "Within the last year.")
            : body.Context.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object) || body.Context is { ValueKind: JsonValueKind.Object } context && context.GetRawText().Length > SurveyLinks.LongestContext ? new("context", "A JSON object of at most 16 KiB.")
            : body.Answers.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object) ? new("answers", "A JSON object of answers by the name of their question.")
            : null;

    private static bool IsId(string? text) => text is { Length: > 0 and <= LongestId } && !text.Any(char.IsControl);

    private static CallFault? ScaleFault(QuestionnaireRun run, CallBody body)
        => body.Label is { } label && run.Find(label)?.Element is RatingQuestion && run.Find(label)!.Choices is { Count: > 0 } choices
            && ((body.Min is { } min && choices[0].Key != Digits(min)) || (body.Max is { } max && choices[^1].Key != Digits(max)))
            ? new(body.Min is { } least && choices[0].Key != Digits(least) ? "min" : "max", $"The question's scale goes from {choices[0].Key} to {choices[^1].Key}.")
            : null;

    private static Dictionary<string, JsonElement> Pressed(CallBody body)
    {
        var pressed = body.Answers.ValueKind == JsonValueKind.Object ? body.Answers.EnumerateObject().ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal) : [];
        if (body.Label is { } label && body.Score.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            pressed[label] = body.Score;
        }

        return pressed;
    }

    private static JsonObject? ContextOf(CallBody body)
    {
        var context = body.Context.ValueKind == JsonValueKind.Object ? JsonObject.Create(body.Context) : null;
        if (body.Queue is { } queue)
        {
            context ??= [];
            context["queue"] = queue;
        }

        return context;
    }

    private static string Digits(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
