using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Web;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

/// <summary>What stands in the log: what we said, and nothing that a caller sent.</summary>
public sealed class LogTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Password = "correct horse battery staple";
    private const string WrongPassword = "wrong-password-9f81c2";
    private const string Mail = "maryam.secret@example.com";
    private const string AnswerText = "the-answer-nobody-may-read-in-a-log";
    private const string WrongKey = "wk_0123456789abcdef0123456789abcdef01234567";

    [Fact]
    public async Task Case41_After_requests_of_every_kind_the_log_holds_no_key_password_address_or_answer()
    {
        var log = new CapturedLog();
        await using var logged = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(log)));
        var (_, key) = await logged.Services.SourceAsync("Web shop");
        await SendAsync(logged, key);
        var link = await SignAsync(logged);
        await AskAsync(logged, key);
        logged.Services.GetRequiredService<ILoggerFactory>().CreateLogger("test").LogInformation("It is heard");

        var text = log.Text;
        Assert.Contains("It is heard", text, StringComparison.Ordinal);
        foreach (var secret in new[] { key, WrongKey, Password, WrongPassword, Mail, AnswerText, link, Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")) })
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Uri.EscapeDataString(secret), text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Case41_Line_breaks_colours_and_direction_marks_in_a_value_stay_inside_its_line()
    {
        using var output = new StringWriter();
        var lines = new PlainLines(TimeProvider.System);
        var forged = "x\r\n2026-01-01T00:00:00.000Z info Forged: all is well\u001b[2K\u001b[31m\u0085\u2028\u202Egnp.exe\0\b";
        Write(lines, output, "Task of kind " + forged, new InvalidOperationException(forged));
        var written = output.ToString();
        Assert.All(written.Split('\n').Skip(1).Where(line => line.Length > 0), line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
        Assert.DoesNotContain(written.Replace("\n", "", StringComparison.Ordinal), mark => char.IsControl(mark) || mark is '\u2028' or '\u202E');
        Assert.Contains("\\u001b[31m", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, PlainLines.FormatterName)]
    [InlineData("json", ConsoleFormatterNames.Json)]
    public async Task Case41_The_console_has_one_of_the_forms_that_escape(string? asked, string formatter)
    {
        await using var logged = site.WithWebHostBuilder(builder => builder.UseSetting("Tajriba:LogFormat", asked));
        Assert.Equal(formatter, logged.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    [Fact]
    public void Case41_A_megabyte_in_a_value_is_cut_off()
    {
        using var output = new StringWriter();
        var large = new string('a', 1 << 20);
        Write(new PlainLines(TimeProvider.System), output, large, new InvalidOperationException(large));
        Assert.InRange(output.ToString().Length, 1_000, 32_000);
    }

    private static void Write(PlainLines lines, StringWriter output, string message, Exception exception)
        => lines.Write(new LogEntry<string>(LogLevel.Error, "Tajriba.Test", default, message, exception, (state, _) => state), null, output);

    /// <summary>What a source sends: good, refused, broken, too large, by every road and with a wrong key.</summary>
    private static async Task SendAsync(WebApplicationFactory<Program> logged, string key)
    {
        using var client = logged.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var good = $$$"""{"event":"Survey Answered","userId":"{{{Mail}}}","properties":{"answer":"{{{AnswerText}}}","email":"{{{Mail}}}"}}""";
        string[] bodies =
        [
            good, good[..^9], good.Replace("\"event\"", "\"name\"", StringComparison.Ordinal), $"\"{AnswerText}", $$"""{"batch":"{{AnswerText}}"}""",
            $$"""{"userId":{"a":"{{Mail}}"},"event":"{{AnswerText}}\u0000\ud800"}""", good + new string(' ', 5 << 20),
            $$"""{"callId":"{{Mail}}","answer":"{{AnswerText}}","score":"{{AnswerText}}"}""", $$$"""{"text":"{{{AnswerText}}}","customer":{"email":"{{{Mail}}}"}}""", $$"""{"text":"{{AnswerText}}","kind":"{{AnswerText}}"}""", $$"""{"specversion":"9","id":"{{Mail}}","type":"{{AnswerText}}","source":"{{Mail}}"}""",
        ];
        foreach (var path in new[] { "/v1/track", "/v1/batch", "/v1/contacts", "/v1/feedback", "/v1/cloudevents", "/beacon/v1/batch" })
        {
            foreach (var body in bodies)
            {
                foreach (var shown in new[] { key, WrongKey })
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                    request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(shown + ":")));
                    (await client.SendAsync(request)).Dispose();
                    (await client.PostAsync($"{path}?writeKey={shown}", new StringContent(body))).Dispose();
                    (await client.GetAsync($"/pixel/v1/track?writeKey={shown}&event={AnswerText}&userId={Uri.EscapeDataString(Mail)}")).Dispose();
                    (await client.GetAsync($"/v1/projects/{shown}/settings")).Dispose();
                }
            }
        }
    }

    /// <summary>Signing in, rightly and wrongly, and setting a password.</summary>
    private static async Task<string> SignAsync(WebApplicationFactory<Program> logged)
    {
        var people = logged.Services.GetRequiredService<IPeople>();
        var person = await people.AddAsync(new(Mail, Mail, ["n1"], [new(BuiltInRoles.Agent, "n1")]));
        var link = (await logged.Services.GetRequiredService<ISignInLinks>().CreateAsync(person.Id, TimeSpan.FromHours(1))).Path!;
        using var browser = logged.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        foreach (var password in new[] { WrongPassword, new string('a', 1 << 20) + WrongPassword })
        {
            (await browser.PostFormAsync("/sign-in", "sign-in", ("userName", Mail), ("password", password))).Dispose();
        }

        (await browser.PostFormAsync(link, "link")).Dispose();
        (await browser.PostFormAsync("/password?first=true", "password", ("next", Password), ("repeat", Password))).Dispose();
        (await browser.GetAsync($"/customers?q={Uri.EscapeDataString(Mail)}")).Dispose();
        (await browser.PostAsync("/sign-in", new StringContent($"userName={Mail}&password={WrongPassword}"))).Dispose();
        (await browser.PostAsync($"/sign-in?password={WrongPassword}", new FormUrlEncodedContent([new("password", WrongPassword)]))).Dispose();
        return link.Split('/')[^1];
    }

    /// <summary>The API asked wrongly by an administrator.</summary>
    private static async Task AskAsync(WebApplicationFactory<Program> logged, string key)
    {
        using var browser = await logged.BrowserOfAsync(BuiltInRoles.Administrator);
        foreach (var path in new[] { "/api/v1/customers/identity", "/api/v1/webhooks", "/api/v1/imports", "/nothing-here" })
        {
            foreach (var body in new[] { $$"""{"{{AnswerText}}":"{{Mail}}"}""", $$"""{"a":"{{AnswerText}}","password":"{{Password}}"}""", AnswerText })
            {
                (await browser.PostAsync($"{path}?writeKey={key}&email={Uri.EscapeDataString(Mail)}", new StringContent(body, Encoding.UTF8, "application/json"))).Dispose();
                (await browser.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"))).Dispose();
            }
        }
    }
}
