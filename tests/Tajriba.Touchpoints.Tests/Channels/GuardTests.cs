using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Tajriba.Touchpoints.Channels.Webhooks;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Tests.Channels;

/// <summary>Case 34: whatever an address is spelled or resolved like, a request never reaches a server inside, and an attempt takes neither long nor much.</summary>
public sealed class GuardTests
{
    private static readonly byte[] Body = "{}"u8.ToArray();

    /// <summary>Spellings of the loopback address, with the port of a server that really listens there.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://127.0.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f000001:{0}/")]
    [InlineData("http://0x7f.0.0.1:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://017700000001:{0}/")]
    [InlineData("http://0:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://127.0.0.1.:{0}/")]
    [InlineData("http://１２７.０.０.１:{0}/")]
    [InlineData("http://127。0。0。1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://LOCALHOST:{0}/")]
    [InlineData("http://localhost.:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::ffff:7f00:1]:{0}/")]
    [InlineData("http://[0:0:0:0:0:ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::127.0.0.1]:{0}/")]
    [InlineData("http://[64:ff9b::7f00:1]:{0}/")]
    [InlineData("http://[2002:7f00:1::]:{0}/")]
    [InlineData("http://169.254.169.254:{0}/latest/meta-data/")]
    [InlineData("http://[fd00:ec2::254]:{0}/")]
    [InlineData("http://user:password@127.0.0.1:{0}/")]
    public async Task Case34_No_spelling_of_an_inner_address_is_connected_to(string pattern)
    {
        await using Receiver inside = await Receiver.OpenAsync();
        using WebhookClient client = Client(new SystemNames());
        string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, inside.Port);
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url))
        {
            Assert.Equal(WebhookFault.Url, Urls(allowHttp: true).Fault(text));
            return;
        }

        Answer answer = await SendAsync(client, url);
        Assert.Null(answer.Status);
        Assert.Contains(answer.Fault, new[] { SendFault.AddressRefused, SendFault.NameUnknown });
        Assert.Empty(inside.All);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1 127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    public async Task Case34_A_name_with_an_inner_address_is_not_connected_to(string addresses)
    {
        await using Receiver inside = await Receiver.OpenAsync();
        using WebhookClient client = Client(new FakeResolver().Say("hook.example", addresses));
        Answer answer = await SendAsync(client, new Uri($"http://hook.example:{inside.Port}/"));
        Assert.Equal(SendFault.AddressRefused, answer.Fault);
        Assert.Empty(inside.All);
    }

    [Fact]
    public async Task Case34_A_name_is_asked_for_once_and_what_was_judged_is_connected_to()
    {
        await using Receiver inside = await Receiver.OpenAsync();
        var names = new FakeResolver().Say("rebind.example", "127.0.0.1", "127.0.0.2");
        var connector = new GuardedConnector(names, new AddressRules(["127.0.0.1/32"]));
        await using (Stream stream = await connector.ConnectAsync(new("rebind.example", inside.Port), default))
        {
            Assert.IsType<NetworkStream>(stream);
        }

        Assert.Equal(1, names.Asked);

        // The name server's second answer is judged anew, with the next connection.
        await Assert.ThrowsAsync<AddressRefusedException>(async () => await connector.ConnectAsync(new("rebind.example", inside.Port), default));
    }

    [Fact]
    public async Task Case34_Of_several_addresses_only_those_that_may_be_reached_are_tried()
    {
        await using Receiver allowed = await Receiver.OpenAsync();
        var names = new FakeResolver().Say("both.example", "10.0.0.1 127.0.0.1");
        using WebhookClient client = Client(names, "127.0.0.1/32");
        Assert.Equal(204, (await SendAsync(client, new Uri($"http://both.example:{allowed.Port}/"))).Status);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Case34_A_redirect_is_a_failure_and_not_followed(int status)
    {
        await using Receiver allowed = await Receiver.OpenAsync();
        await using Receiver inside = await Receiver.OpenAsync();
        allowed.AnswerWith(status, ("Location", inside.Url));
        using WebhookClient client = Client(new FakeResolver(), "127.0.0.0/8");
        Answer answer = await SendAsync(client, new Uri(allowed.Url));
        Assert.Equal(status, answer.Status);
        Assert.False(answer.IsGood);
        Assert.Single(allowed.All);
        Assert.Empty(inside.All);
    }

    [Theory]
    [InlineData("https://example.com/hook", WebhookFault.None)]
    [InlineData("https://example.com:8443/hook?x=1", WebhookFault.None)]
    [InlineData("https://93.184.215.14/", WebhookFault.None)]
    [InlineData("http://example.com/", WebhookFault.Scheme)]
    [InlineData("ftp://example.com/", WebhookFault.Scheme)]
    [InlineData("file:///etc/passwd", WebhookFault.Url)]
    [InlineData("gopher://example.com/", WebhookFault.Scheme)]
    [InlineData("unix:///var/run/docker.sock", WebhookFault.Url)]
    [InlineData("javascript:alert(1)", WebhookFault.Url)]
    [InlineData("example.com", WebhookFault.Url)]
    [InlineData("", WebhookFault.Url)]
    [InlineData("https://", WebhookFault.Url)]
    [InlineData("https://user@example.com/", WebhookFault.Credentials)]
    [InlineData("https://user:password@example.com/", WebhookFault.Credentials)]
    [InlineData("https://example.com:25/", WebhookFault.Port)]
    [InlineData("https://example.com:22/", WebhookFault.Port)]
    [InlineData("https://example.com:0/", WebhookFault.Port)]
    [InlineData("https://127.0.0.1/", WebhookFault.Address)]
    [InlineData("https://0x7f.1/", WebhookFault.Address)]
    [InlineData("https://2130706433/", WebhookFault.Address)]
    [InlineData("https://[::ffff:10.0.0.1]/", WebhookFault.Address)]
    [InlineData("https://169.254.169.254/", WebhookFault.Address)]
    public void Case34_An_address_that_cannot_work_is_told_early(string url, WebhookFault fault) => Assert.Equal(fault, Urls(allowHttp: false).Fault(url));

    [Fact]
    public void An_address_is_no_longer_than_2048_characters() => Assert.Equal(WebhookFault.Url, Urls(allowHttp: false).Fault("https://example.com/" + new string('a', 2048)));

    [Fact]
    public async Task Case34_Of_an_endless_answer_64_KB_are_read_and_one_is_kept()
    {
        await using Receiver receiver = await Receiver.OpenAsync();
        receiver.Answer = async context =>
        {
            var part = new byte[16 * 1024];
            Array.Fill(part, (byte)'x');
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
            }
        };
        using WebhookClient client = Client(new FakeResolver(), "127.0.0.0/8");
        Answer answer = await SendAsync(client, new Uri(receiver.Url));
        Assert.Equal(200, answer.Status);
        Assert.Equal(new string('x', 1024), answer.Excerpt);
    }

    [Fact]
    public async Task Case34_An_answer_that_does_not_end_is_a_failure()
    {
        await using Receiver receiver = await Receiver.OpenAsync();
        receiver.Answer = async context =>
        {
            await context.Response.WriteAsync("a");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        using WebhookClient client = Client(new FakeResolver(), "127.0.0.0/8", TimeSpan.FromMilliseconds(300));
        Answer answer = await SendAsync(client, new Uri(receiver.Url));
        Assert.Equal((null, SendFault.Timeout), (answer.Status, answer.Fault));
    }

    [Fact]
    public async Task An_answer_is_kept_as_text_without_control_characters_and_sends_no_trace_of_ours()
    {
        await using Receiver receiver = await Receiver.OpenAsync();
        receiver.Answer = context => context.Response.Body.WriteAsync(new byte[] { (byte)'<', (byte)'b', (byte)'>', 0, 0x1b, 0xff, (byte)'\r', (byte)'\n', (byte)'!' }).AsTask();
        using WebhookClient client = Client(new FakeResolver(), "127.0.0.0/8");
        Answer answer = await SendAsync(client, new Uri(receiver.Url));
        Assert.Equal("<b>  \ufffd  !", answer.Excerpt);
        Received request = Assert.Single(receiver.All);
        Assert.Equal(
            ["Content-Length", "Content-Type", "Host", "User-Agent", "webhook-id", "webhook-signature", "webhook-timestamp"],
            request.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_reached_says_why()
    {
        using WebhookClient client = Client(new FakeResolver(), "127.0.0.0/8");
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        int port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Equal(SendFault.NoConnection, (await SendAsync(client, new Uri($"http://127.0.0.1:{port}/"))).Fault);
        Assert.Equal(SendFault.NameUnknown, (await SendAsync(client, new Uri("http://nowhere.example/"))).Fault);

        await using Receiver plain = await Receiver.OpenAsync();
        Assert.Equal(SendFault.NotTrusted, (await SendAsync(client, new Uri($"https://127.0.0.1:{plain.Port}/"))).Fault);
    }

    private static WebhookUrl Urls(bool allowHttp) => new(new WebhookOptions { AllowHttp = allowHttp }, new AddressRules([]));

    private static WebhookClient Client(IHostResolver names, string? allowed = null, TimeSpan? timeout = null) => new(
        new GuardedConnector(names, new AddressRules(allowed is null ? [] : [allowed])), new WebhookOptions { Timeout = timeout ?? TimeSpan.FromSeconds(15) }, TimeProvider.System);

    private static Task<Answer> SendAsync(WebhookClient client, Uri url) =>
        client.SendAsync(new Message(url, "msg_1", DateTimeOffset.UnixEpoch, "v1,x", Body), CancellationToken.None);
}
