using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;

namespace Tajriba.Host.Tests.Sockets;

/// <summary>Bodies that say nothing true about how long they are.</summary>
public sealed class BodyLengthTests(TestSite site) : IClassFixture<TestSite>
{
    private const int Piece = 64 * 1024;

    /// <summary>More than any buffer on the way holds: 128 MB.</summary>
    private const int Pieces = 2048;

    [Fact]
    public async Task Case17_A_body_that_says_no_length_is_refused_long_before_all_of_it_was_taken()
    {
        await using WireSite wires = WireSite.Start(site, secure: false);
        (_, string key) = await wires.Services.SourceAsync("Shop");
        await using RawConnection wire = await wires.ConnectAsync();
        Task<string> end = wire.ToEndAsync();
        await wire.TrySendAsync($"POST /v1/batch?writeKey={key} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] piece = Encoding.Latin1.GetBytes($"{Piece:x}\r\n{new string(' ', Piece)}\r\n");
        int sent = 0;
        while (sent < Pieces && await wire.TrySendAsync(piece))
        {
            sent++;
        }

        Assert.InRange(sent, 1, Pieces - 1);
        string answer = await end;
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 413 ", StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData(+50)]
    [InlineData(-5)]
    public async Task Case20_A_body_longer_or_shorter_than_it_says_leaves_nothing_in_the_log(int difference)
    {
        await using WireSite wires = WireSite.Start(site, secure: false);
        (_, string key) = await wires.Services.SourceAsync("Shop");
        string name = $"Wrong Length {difference}";
        string body = $$$"""{"event":"{{{name}}}","userId":"u","properties":{"a":1}}""";
        await using RawConnection wire = await wires.ConnectAsync();
        await wire.TrySendAsync($"POST /v1/track?writeKey={key} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length + difference}\r\n\r\n{body}");
        if (difference < 0)
        {
            Assert.Equal("HTTP/1.1 400 Bad Request", await wire.FirstLineAsync());
        }

        wire.EndSending();
        await wire.BytesToEndAsync();
        Assert.DoesNotContain(await wires.Services.GetRequiredService<IExperienceLog>().ReadAsync(0, 100_000), e => e.Name == name);
    }
}
