using System.Net;
using System.Text.Json;

namespace Tajriba.Client.Delivery;

/// <summary>Judges the server's answers.</summary>
internal static class AnswerReader
{
    private const int LongestDetail = 500;

    /// <summary>Reads an answer to a batch.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="asked">The address that was asked: an answer from another one is a redirect that was followed without the body.</param>
    /// <param name="count">Messages in the batch.</param>
    /// <param name="now">The time now, for a <c>Retry-After</c> that names a date.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Answer> ReadAsync(HttpResponseMessage response, Uri asked, int count, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int status = (int)response.StatusCode;
        bool isElsewhere = response.RequestMessage?.RequestUri is { } answered && answered != asked;
        if (status is >= 200 and < 300 && !isElsewhere)
        {
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return Refused(body, count) is { } refused
                ? new Answer(Verdict.Taken, Refused: refused)
                : Again(response, now, "What answered is not a Tajriba server; a network's sign-in page, perhaps.");
        }

        if (isElsewhere || status is >= 300 and < 400)
        {
            return Again(response, now, "The server redirects, by which a batch would be lost; the address must be the final one.");
        }

        return response.StatusCode switch
        {
            HttpStatusCode.RequestEntityTooLarge => new Answer(Verdict.TooLarge),
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => Again(response, now, "The server cannot take it now."),
            _ => new Answer(Verdict.Rejected, Detail: await DetailAsync(response, cancellationToken).ConfigureAwait(false)),
        };
    }

    private static Answer Again(HttpResponseMessage response, DateTimeOffset now, string what)
    {
        TimeSpan? after = response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - now) : null;
        return new Answer(Verdict.Again, after, Fault: new HttpRequestException(what, null, response.StatusCode));
    }

    /// <summary>The places that were refused; null where this is no answer of ours with one result for each message.</summary>
    private static List<(int, string)>? Refused(byte[] body, int count)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("results", out JsonElement results)
                || results.ValueKind != JsonValueKind.Array || results.GetArrayLength() != count)
            {
                return null;
            }

            var refused = new List<(int, string)>();
            int place = 0;
            foreach (JsonElement result in results.EnumerateArray())
            {
                if (!result.GetProperty("accepted").GetBoolean())
                {
                    refused.Add((place, result.GetProperty("reason").GetString() ?? ""));
                }

                place++;
            }

            return refused;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static async Task<string> DetailAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return FormattableString.Invariant($"{(int)response.StatusCode} {text[..Math.Min(text.Length, LongestDetail)]}");
    }
}
