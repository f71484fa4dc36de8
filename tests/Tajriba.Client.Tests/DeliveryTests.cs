using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Client.Tests;

/// <summary>How messages reach the server.</summary>
public sealed class DeliveryTests
{
    private static readonly TajribaUser User = TajribaUser.Known("u1");

    [Fact]
    public async Task Every_call_has_its_form()
    {
        using var server = new Server();
        await using TajribaClient client = server.Client();
        var when = new DateTimeOffset(2026, 3, 21, 12, 0, 0, TimeSpan.FromHours(3.5));
        await client.TrackAsync(new TajribaUser("u1", "a1"), "سفارش", new JsonObject { ["total"] = 12.5, ["items"] = new JsonArray("a", 2) }, when);
        await client.IdentifyAsync(User, new JsonObject { ["name"] = "Sara" });
        await client.PageAsync(User, "Pricing");
        await client.ScreenAsync(TajribaUser.Anonymous("a2"), null);
        await client.GroupAsync(User, "g1");
        await client.AliasAsync(User, "a1");
        await client.FlushAsync();
        JsonElement[] sent = [.. server.Attempts.SelectMany(a => a.Messages)];
        Assert.Equal(["track", "identify", "page", "screen", "group", "alias"], sent.Select(m => m.GetProperty("type").GetString()));
        Assert.Equal(("سفارش", "u1", "a1"), (sent[0].GetProperty("event").GetString(), sent[0].GetProperty("userId").GetString(), sent[0].GetProperty("anonymousId").GetString()));
        Assert.Equal("2026-03-21T08:30:00.0000000Z", sent[0].GetProperty("timestamp").GetString());
        Assert.Equal("""{"total":12.5,"items":["a",2]}""", sent[0].GetProperty("properties").GetRawText());
        Assert.Equal("Sara", sent[1].GetProperty("traits").GetProperty("name").GetString());
        Assert.Equal(("Pricing", "g1", "a1"), (sent[2].GetProperty("name").GetString(), sent[4].GetProperty("groupId").GetString(), sent[5].GetProperty("previousId").GetString()));
        Assert.False(sent[3].TryGetProperty("userId", out _));
        Assert.All(sent, m => Assert.Equal('7', m.GetProperty("messageId").GetString()![14]));
        Assert.All(server.Attempts, a => Assert.Equal(("wk_test:", "/v1/batch?strict=1"), (a.Key, a.Address.PathAndQuery)));
        Assert.Equal(new ClientCounts(6, 0, 6, 0, 0, 0, 0), client.Counts);
    }

    public static TheoryData<string> Faults => ["500", "502", "503", "429", "408", "cut", "timeout", "redirect", "followed", "portal", "throws"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task After_a_fault_the_same_messages_go_again_and_none_is_lost(string fault)
    {
        var faults = new List<Exception>();
        using var server = new Server { Script = attempt => attempt.Number >= 3 ? null : Fault(fault) };
        await using TajribaClient client = server.Client(o => o with { BatchMessages = 4, Gzip = true, RequestTimeout = TimeSpan.FromSeconds(30), Faulted = faults.Add });
        for (int i = 0; i < 10; i++)
        {
            await client.TrackAsync(User, $"e{i}");
        }

        await client.FlushAsync();
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"e{i}"), server.Names);
        Assert.Equal((3, 3), (client.Counts.Retries, faults.Count));
        Assert.All(server.Attempts.Take(3), a => Assert.Equal(server.Attempts[3].Ids, a.Ids));
        Assert.Equal(4, server.Attempts.Take(4).Select(a => a.SentAt).Distinct().Count());
        Assert.All(server.Attempts, a => Assert.True(a.IsPacked && a.Messages.Count <= 4));
    }

    private static HttpResponseMessage Fault(string fault) => fault switch
    {
        "cut" => throw new HttpRequestException("the connection was cut"),
        "timeout" => throw new TaskCanceledException("a handler's own time-out"),
        "throws" => throw new InvalidOperationException("a handler that is broken"),
        "redirect" => Server.Status(HttpStatusCode.Found),
        "followed" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"results":[1,2,3,4]}"""), RequestMessage = new HttpRequestMessage(HttpMethod.Get, "http://elsewhere/") },
        "portal" => Server.Status(HttpStatusCode.OK, "<html>Please sign in to this network</html>"),
        _ => Server.Status((HttpStatusCode)int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
    };

    [Fact]
    public async Task Waits_double_up_to_a_limit_and_the_server_s_wish_is_obeyed()
    {
        TimeSpan never = TimeSpan.FromSeconds(77);
        var clock = new RecordingClock(never);
        using var server = new Server
        {
            Script = attempt => attempt.Number switch
            {
                < 6 => Server.Status(HttpStatusCode.ServiceUnavailable),
                6 => Asking(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.FromSeconds(30))),
                7 => Asking(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(TimeSpan.FromDays(1))),
                8 => Asking(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(clock.GetUtcNow().AddSeconds(20))),
                _ => null,
            },
        };
        await using TajribaClient client = server.Client(
            o => o with { BatchMessages = 1, RequestTimeout = never, FirstRetry = TimeSpan.FromSeconds(1), LongestRetry = TimeSpan.FromSeconds(8), LongestRetryAfter = TimeSpan.FromMinutes(5) }, clock);
        await client.TrackAsync(User, "e");
        await client.FlushAsync();
        double[] waits = [.. clock.Waits.Select(w => w.TotalSeconds)];
        Assert.Equal(9, waits.Length);
        foreach ((double wait, double whole) in waits.Zip([1.0, 2, 4, 8, 8, 8]))
        {
            Assert.InRange(wait, whole / 2, whole);
        }

        Assert.InRange(waits[6], 30, 31);
        Assert.InRange(waits[7], 300, 301);
        Assert.InRange(waits[8], 19, 21);
        Assert.Equal(["e"], server.Names);
    }

    private static HttpResponseMessage Asking(HttpStatusCode status, RetryConditionHeaderValue after)
    {
        HttpResponseMessage answer = Server.Status(status);
        answer.Headers.RetryAfter = after;
        return answer;
    }

    [Fact]
    public async Task A_batch_that_is_too_large_goes_in_halves_and_keeps_its_order()
    {
        var dropped = new List<DroppedMessages>();
        using var server = new Server
        {
            Script = attempt => attempt.Messages.Count > 3 || attempt.Messages.Any(m => m.GetProperty("event").GetString() == "e7")
                ? Server.Status(HttpStatusCode.RequestEntityTooLarge)
                : null,
        };
        await using TajribaClient client = server.Client(o => o with { BatchInterval = TimeSpan.FromMinutes(1), Dropped = dropped.Add });
        for (int i = 0; i < 20; i++)
        {
            await client.TrackAsync(User, $"e{i}");
        }

        await client.FlushAsync();
        Assert.Equal(Enumerable.Range(0, 20).Where(i => i != 7).Select(i => $"e{i}"), server.Names);
        DroppedMessages one = Assert.Single(dropped);
        Assert.Equal((DropReason.TooLarge, 1), (one.Reason, one.Count));
        Assert.Equal((19, 1), (client.Counts.Delivered, client.Counts.Dropped));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(415)]
    public async Task What_the_server_rejects_for_good_is_dropped_and_told(int status)
    {
        var dropped = new List<DroppedMessages>();
        using var server = new Server { Script = attempt => attempt.Number == 0 ? Server.Status((HttpStatusCode)status, "because") : null };
        await using TajribaClient client = server.Client(o => o with { BatchMessages = 2, BatchInterval = TimeSpan.FromMinutes(5), Dropped = lost => { dropped.Add(lost); throw new InvalidOperationException("ignored"); } });
        foreach (string name in new[] { "a", "b", "c" })
        {
            await client.TrackAsync(User, name);
        }

        await client.FlushAsync();
        DroppedMessages lost = Assert.Single(dropped);
        Assert.Equal((DropReason.Rejected, 2, $"{status} because"), (lost.Reason, lost.Count, lost.Detail));
        Assert.Contains("\"event\":\"b\"", Encoding.UTF8.GetString(lost.Messages[1].Span), StringComparison.Ordinal);
        Assert.Equal(["c"], server.Names);
    }

    [Fact]
    public async Task What_the_server_puts_aside_is_told()
    {
        var dropped = new List<DroppedMessages>();
        using var server = new Server { Script = _ => Server.Status(HttpStatusCode.OK, """{"success":false,"results":[{"accepted":true,"reason":null},{"accepted":false,"reason":"BadContent"}]}""") };
        await using TajribaClient client = server.Client(o => o with { BatchMessages = 2, BatchInterval = TimeSpan.FromMinutes(1), Dropped = dropped.Add });
        await client.TrackAsync(User, "good");
        await client.TrackAsync(User, "bad\0");
        await client.FlushAsync();
        DroppedMessages lost = Assert.Single(dropped);
        Assert.Equal((DropReason.Refused, "BadContent"), (lost.Reason, lost.Detail));
        Assert.Equal((1, 1, 0), (client.Counts.Delivered, client.Counts.Dropped, client.Counts.Waiting));
    }

    [Fact]
    public async Task Each_caller_s_messages_stay_in_their_order_through_faults()
    {
        using var server = new Server { Script = attempt => attempt.Number % 3 == 1 ? Server.Status(HttpStatusCode.BadGateway) : null };
        await using TajribaClient client = server.Client(o => o with { BatchMessages = 7, MemoryMessages = 10 });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (int i = 0; i < 50; i++)
            {
                await client.TrackAsync(TajribaUser.Known($"u{caller}"), $"{caller}-{i:00}");
            }
        })));
        await client.FlushAsync();
        Assert.Equal(400, server.Names.Count);
        Assert.All(server.Names.GroupBy(n => n[0]), g => Assert.Equal(g.Order(StringComparer.Ordinal), g));
    }

    [Fact]
    public async Task A_message_goes_after_the_interval_by_itself()
    {
        using var server = new Server();
        await using TajribaClient client = server.Client();
        await client.TrackAsync(User, "alone");
        while (server.Names.Count == 0)
        {
            await Task.Delay(1);
        }

        Assert.Equal(["alone"], server.Names);
    }
}
