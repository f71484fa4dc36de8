using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Surveys.Api;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Sources;
using Tajriba.Touchpoints.Customers.Identity;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Public;

/// <summary><c>POST /v1/feedback</c>: feedback from other systems, with a source's write key. One object, or up to 100; all of them are taken or none.</summary>
internal static class FeedbackIntake
{
    private const int MostBytes = 2 * 1024 * 1024;
    private const int MostAtOnce = 100;
    private const int LongestId = 100;
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.Strict };
    private static readonly JsonSerializerOptions Lean = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void MapFeedbackIntake(this IEndpointRouteBuilder routes)
        => routes.MapPost("/v1/feedback", TakeAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(MachineRoute.Instance, new RequestSizeLimitAttribute(MostBytes)).Accepts<FeedbackBody>("application/json")
            .WithTags("Feedback").WithName("TakeFeedback").WithSummary("A piece of feedback, or up to 100 of them; Basic or Bearer authentication with a source's write key.");

    private static async Task<IResult> TakeAsync(HttpContext http, SourceKeys keys, IExperienceLog log, IUnits units, IdentitySettings identity, AddressRates rates, TimeProvider clock)
    {
        if ((WriteKeys.OfEither(http.Request) is { } key ? await keys.FindAsync(key, http.RequestAborted) : null) is not { } source)
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"write key\"";
            return ApiProblems.Of(StatusCodes.Status401Unauthorized, "unauthorized", "A write key of a source is needed.");
        }

        if (!rates.Posts.TryTake(http.Connection.RemoteIpAddress))
        {
            http.Response.Headers.RetryAfter = "1";
            return ApiProblems.Of(StatusCodes.Status429TooManyRequests, "too-many", "Too much is sent at once; send it again later.");
        }

        if (ApiProblems.Unknown(http.Request) is { } unknown)
        {
            return unknown;
        }

        var (node, problem) = await JsonBody.ReadAsync<JsonNode>(http.Request, Strict, http.RequestAborted);
        if (problem is not null)
        {
            return problem;
        }

        JsonNode?[] sent = node is JsonArray many ? [.. many] : [node];
        if (sent.Length is 0 or > MostAtOnce)
        {
            return ApiProblems.Of(StatusCodes.Status400BadRequest, "invalid-body", $"Send 1 to {MostAtOnce} pieces of feedback.");
        }

        var events = new List<NewEvent>(sent.Length);
        var codes = new List<string>(sent.Length);
        var faults = new List<object>();
        for (int i = 0; i < sent.Length; i++)
        {
            (NewEvent? made, string code, string? fault) = Read(sent[i], source, units.Tree, identity.Phone, clock.GetUtcNow());
            if (made is null)
            {
                faults.Add(new { item = i, fault });
            }
            else
            {
                events.Add(made);
                codes.Add(code);
            }
        }

        if (faults.Count > 0)
        {
            return TypedResults.Problem(title: "Nothing was taken.", statusCode: StatusCodes.Status422UnprocessableEntity, type: "urn:tajriba:problem:bad-feedback", extensions: [new("errors", faults)]);
        }

        AppendResult result = await log.AppendAsync(events, http.RequestAborted);
        return TypedResults.Json(new { added = result.Added, known = result.Known, feedback = codes }, statusCode: result.Added > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static (NewEvent? Event, string Code, string? Fault) Read(JsonNode? node, EventSource source, UnitTree units, PhoneNumber phones, DateTimeOffset now)
    {
        FeedbackBody? body;
        if (EventAttributes.Fault(Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "null")) is { } broken)
        {
            return (null, "", broken);
        }

        try
        {
            body = node.Deserialize<FeedbackBody>(Strict);
        }
        catch (JsonException e)
        {
            return (null, "", $"It cannot be read at '{e.Path}'.");
        }

        if (body is null)
        {
            return (null, "", "It is no object.");
        }

        bool isKind = Enum.TryParse(body.Kind ?? nameof(FeedbackKind.Comment), ignoreCase: true, out FeedbackKind kind) && Enum.IsDefined(kind) && (body.Kind is null || !char.IsAsciiDigit(body.Kind[0]));
        string? phone = body.Customer?.Phone is { Length: > 0 and <= 40 } typed ? phones.Canonical(typed) : null;
        string? unit = body.Unit ?? source.Unit;
        string? fault = string.IsNullOrWhiteSpace(body.Text) || body.Text.Length > ToldTexts.LongestText ? "'text' has 1 to 10,000 characters."
            : !isKind ? "'kind' is complaint, suggestion, praise, question, review, comment or call."
            : body.Rating is < 1 or > 5 ? "'rating' is 1 to 5."
            : !IsShort(body.Feedback) || !IsShort(body.MessageId) || !IsShort(body.Channel) || !IsShort(body.Customer?.Id) ? "'feedback', 'messageId', 'channel' and 'customer.id' have 1 to 100 characters."
            : body.Step?.Length > 200 || body.Customer?.Name?.Length > 200 || body.Language?.Length > 20 ? "'step' and 'customer.name' have at most 200 characters, 'language' 20."
            : body.Unit is not null && !MayTell(units, body.Unit, source.Unit) ? "'unit' is no unit of this source."
            : body.Time > now.AddMinutes(5) ? "'time' lies ahead."
            : body.Customer?.Email is { Length: > 0 } email && !DigestReaders.IsAddress(email) ? "'customer.email' is no address."
            : body.Customer?.Phone is { Length: > 0 } && phone is null ? "'customer.phone' is no number."
            : null;
        if (fault is not null)
        {
            return (null, "", fault);
        }

        string code = body.Feedback ?? body.MessageId ?? CaseCode.New();
        bool isKnown = body.Customer is { } customer && (customer.Id ?? customer.Email ?? phone) is not null;
        return (
            new NewEvent
            {
                // A name of its own in the log: one source is written by one road.
                Source = "feedback:" + source.LogName,
                Id = body.MessageId ?? code,
                Name = ToldTexts.Received,
                Time = body.Time ?? now,
                Objects = [new(isKnown ? "customer" : "respondent", body.Customer?.Id ?? "feedback-" + code), new("feedback", code)],
                Channel = body.Channel ?? source.Channel,
                Unit = unit,
                Attributes = JsonSerializer.Serialize(
                    new
                    {
                        text = body.Text, kind = kind.ToString().ToLowerInvariant(), rating = body.Rating, language = body.Language, step = body.Step, feedback = code,
                        traits = isKnown || body.Customer?.Name is not null ? new { name = body.Customer?.Name, email = body.Customer?.Email, phone } : null,
                    },
                    Lean),
            },
            code,
            null);
    }

    private static bool IsShort(string? text) => text is null or { Length: > 0 and <= LongestId };

    /// <summary>A source of a unit tells of that and those below it.</summary>
    private static bool MayTell(UnitTree units, string code, string? own) => units.Find(code) is { } unit && (own is null || units.PathOf(unit).Any(u => u.Code == own));
}
