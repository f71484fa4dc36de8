using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;

namespace Tajriba.Host.Tests.Sockets;

/// <summary>Clients that hold connections open for nothing are closed, and the others do not notice.</summary>
public sealed class SlowClientTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Live = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private const int Crowd = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    [Theory]
    [InlineData("HeaderSeconds", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("GraceSeconds", "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n")]
    public async Task Case38_Hundreds_whose_headers_or_bodies_come_byte_by_byte_are_cut_off_and_every_event_that_others_send_is_kept(string limit, string beginning)
    {
        await using WireSite wires = WireSite.Start(site, secure: false, (limit, "1"));
        (_, string key) = await wires.Services.SourceAsync("Shop");
        var slow = new List<RawConnection>();
        for (int i = 0; i < Crowd; i++)
        {
            slow.Add(await wires.ConnectAsync());
            await slow[i].TrySendAsync(beginning);
        }

        Task[] dripping = [.. slow.Select(wire => wire.DripAsync(new string('a', 1000), Pause))];
        Task<string[]> ends = Task.WhenAll(slow.Select(wire => wire.ToEndAsync()));
        string[] sent = await SendUntilAsync(wires, key, limit, ends);

        // Closed under fire, a connection may not deliver what was said last.
        Assert.All(await ends, end => Assert.True(end.Length == 0 || end.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), end));
        Assert.Contains(await ends, end => end.Length > 0);
        IReadOnlyList<LoggedEvent> kept = await wires.Services.GetRequiredService<IExperienceLog>().ReadAsync(0, 100_000);
        Assert.Equal(sent, kept.Where(e => e.Name == limit).Select(e => e.Id));
        await Task.WhenAll(dripping);
        foreach (RawConnection wire in slow)
        {
            await wire.DisposeAsync();
        }
    }

    [Fact]
    public async Task Case38_Whoever_sends_no_key_before_the_body_has_so_long_for_it_and_whoever_does_has_longer()
    {
        await using WireSite wires = WireSite.Start(site, secure: false, ("BytesPerSecond", "1"), ("Tajriba:Collect:KeylessRead", "00:00:02"));
        (_, string key) = await wires.Services.SourceAsync("Slow");
        string body = $$"""{"event":"Slow","userId":"u","writeKey":"{{key}}"}""" + new string(' ', 20);
        string Head(string query) => $"POST /v1/track{query} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n";
        await using RawConnection without = await wires.ConnectAsync();
        await using RawConnection with = await wires.ConnectAsync();
        await without.TrySendAsync(Head(""));
        await with.TrySendAsync(Head("?writeKey=" + key));
        Task[] dripping = [without.DripAsync(body, Pause / 4), with.DripAsync(body, Pause / 4)];
        string[] ends = await Task.WhenAll(without.ToEndAsync(), with.ToEndAsync());
        Assert.StartsWith("HTTP/1.1 408 ", ends[0], StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", ends[1], StringComparison.Ordinal);
        await Task.WhenAll(dripping);
    }

    [Fact]
    public async Task Case38_Connections_beyond_the_limit_are_closed_at_once_and_there_is_room_again_when_others_go()
    {
        await using WireSite wires = WireSite.Start(site, secure: false, ("Connections", "3"));
        var open = new List<RawConnection>();
        for (int i = 0; i < 3; i++)
        {
            RawConnection wire = await wires.ConnectAsync();
            open.Add(wire);
            await wire.TrySendAsync(Live);
            Assert.Equal("HTTP/1.1 200 OK", await wire.FirstLineAsync());
        }

        await using (RawConnection fourth = await wires.ConnectAsync())
        {
            await fourth.TrySendAsync(Live);
            Assert.Empty(await fourth.ToEndAsync());
        }

        await open[0].DisposeAsync();
        string answer = "";
        for (int tries = 0; tries < 100 && answer.Length == 0; tries++)
        {
            await Task.Delay(50);
            await using RawConnection again = await wires.ConnectAsync();
            await again.TrySendAsync(Live.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal));
            answer = await again.ToEndAsync();
        }

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        await open[1].DisposeAsync();
        await open[2].DisposeAsync();
    }

    /// <summary>Good clients come until the bad ones are gone; each is answered. Gives the ids of what they sent.</summary>
    private static async Task<string[]> SendUntilAsync(WireSite wires, string key, string name, Task end)
    {
        var ids = new List<string>();
        do
        {
            ids.Add($"{name}-{ids.Count}");
            string body = $$"""{"event":"{{name}}","userId":"u","messageId":"{{ids[^1]}}"}""";
            await using RawConnection good = await wires.ConnectAsync();
            await good.TrySendAsync($"POST /v1/track?writeKey={key} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length}\r\n\r\n{body}");
            Assert.Equal("HTTP/1.1 200 OK", await good.FirstLineAsync());
            await Task.WhenAny(end, Task.Delay(Pause));
        }
        while (!end.IsCompleted);
        return [.. ids];
    }
}
