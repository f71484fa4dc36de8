using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Messages;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Host.Tests.Indicators;

/// <summary>Figures that come by e-mail: once a day and person, in the reader's language, of the reader's units.</summary>
public sealed class DigestTests
{
    private const string Page = "/indicators/digest";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_digest_comes_once_by_mail_in_the_readers_language_with_the_own_units_figures_until_it_is_ended(DatabaseProvider provider)
    {
        await using var server = await MailServer.OpenAsync(busy: 1);
        await using var site = await MessageSite.OpenAsync(provider, keeps: false, configure: services => services.Replace(ServiceDescriptor.Singleton(new AddressRules(["127.0.0.0/8"]))));
        await site.Gateways.AddAsync(new GatewayDraft("Relay", "email", GatewayKind.Smtp, JsonSerializer.Serialize(new SmtpSettings("127.0.0.1", server.Port, SmtpSecurity.None, "cx@example.com", "", "")), "right"));
        await AnswerAsync(site.Site);
        long manager = await site.Site.AddPersonAsync(BuiltInRoles.Manager, "n1");
        Assert.Null(await site.Site.Services.GetRequiredService<IPeople>().SetPreferencesAsync(manager, ReaderPreferences.Of("fa")));
        using HttpClient browser = await BrowserAsync(site.Site, manager);
        string preview = await IndicatorPageTests.PostAsync(browser, Page, "/indicators/digests/add", [("what", "keys"), ("keys", "nps"), ("day", ""), ("hour", "0"), ("address", "m@example.com")]);
        Assert.StartsWith("/indicators/digest?done=added&preview=", preview, StringComparison.Ordinal);
        Assert.Contains("۱۰۰", (await browser.PageAsync(preview)).Body!.TextContent, StringComparison.Ordinal);

        // Today's hour was over when it was asked for.
        await RunAsync(site.Site, DateTimeOffset.UtcNow);
        await RunAsync(site.Site, DateTimeOffset.UtcNow.AddDays(1));
        await RunAsync(site.Site, DateTimeOffset.UtcNow.AddDays(1));
        await CaptureSite.UntilAsync(() => Task.FromResult(!server.Mails.IsEmpty));
        JsonElement mail = Assert.Single(server.Mails);
        foreach (string part in new[] { Text(mail, "text"), Text(mail, "html") })
        {
            Assert.Contains("خالص مروجان", part, StringComparison.Ordinal);
            Assert.Contains("۱۰۰", part, StringComparison.Ordinal);
            Assert.Contains("۴۰", part, StringComparison.Ordinal);
            Assert.Contains("http://localhost/indicators/nps?from=", part, StringComparison.Ordinal);
            Assert.Contains("http://localhost/indicators/digest", part, StringComparison.Ordinal);
            Assert.DoesNotContain("{", part, StringComparison.Ordinal);
        }

        Assert.Contains("dir=\"rtl\"", Text(mail, "html"), StringComparison.Ordinal);
        MessageRecord sent = Assert.Single(await site.Store.ListAsync(new(), long.MaxValue, 10));
        Assert.Equal(("digest", manager, false), (sent.Purpose, sent.PersonId, sent.Counts));
        Assert.DoesNotContain(await site.Site.EventsAsync(), e => e.Name == MessageFacts.Sent);

        Assert.Equal("/indicators/digest?done=ended", await IndicatorPageTests.PostAsync(browser, Page, "/indicators/digests/end", [("id", preview.Split('=')[^1])]));
        await RunAsync(site.Site, DateTimeOffset.UtcNow.AddDays(2));
        Assert.Single(await site.Store.ListAsync(new(), long.MaxValue, 10));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_digest_of_a_role_comes_to_each_holder_who_has_an_address_and_did_not_leave(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider);
        await AnswerAsync(site.Site);
        long north = await PersonAsync(site.Site, "north@example.com", "n1"), south = await PersonAsync(site.Site, "south@example.com", "s1");
        await site.Site.AddPersonAsync(BuiltInRoles.Manager, "n1");
        using HttpClient administrator = await site.Site.AdministratorAsync();
        string made = await IndicatorPageTests.PostAsync(administrator, Page, "/indicators/digests/add", [("what", "dashboard:executive"), ("day", ""), ("hour", "0"), ("for", "manager")]);
        await RunAsync(site.Site, DateTimeOffset.UtcNow.AddDays(1));
        IReadOnlyList<MessageRecord> first = await site.Store.ListAsync(new(), long.MaxValue, 10);
        Assert.Equal([north, south], first.Select(m => m.PersonId!.Value).Order());
        Assert.Contains("100", first.Single(m => m.PersonId == north).Content!.Plain, StringComparison.Ordinal);
        Assert.Contains("-100", first.Single(m => m.PersonId == south).Content!.Plain.Replace('−', '-'), StringComparison.Ordinal);

        using HttpClient browser = await BrowserAsync(site.Site, south);
        Assert.Equal("/indicators/digest?done=left", await IndicatorPageTests.PostAsync(browser, Page, "/indicators/digests/leave", [("id", made.Split('=')[^1]), ("left", "true")]));
        await RunAsync(site.Site, DateTimeOffset.UtcNow.AddDays(2));
        Assert.Equal(north, Assert.Single(await site.Store.ListAsync(new(), first.Max(m => m.Id) + 100, 10), m => m.Id > first.Max(f => f.Id)).PersonId);
        using HttpResponseMessage refused = await PostRawAsync(browser, "/indicators/digests/add", [("what", "dashboard:executive"), ("hour", "0"), ("for", "manager")]);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.EndsWith("wrong=address", await IndicatorPageTests.PostAsync(browser, Page, "/indicators/digests/add", [("what", "dashboard:agent"), ("hour", "7"), ("address", "a@b.c, d@e.f")]), StringComparison.Ordinal);
    }

    internal static async Task<long> PersonAsync(CaptureSite site, string name, string unit)
        => (await site.Services.GetRequiredService<IPeople>().AddAsync(new(name, name, [unit], [new(BuiltInRoles.Manager, unit)]))).Id;

    private static async Task<HttpResponseMessage> PostRawAsync(HttpClient browser, string action, (string Name, string Value)[] fields)
    {
        string token = (await browser.PageAsync(Page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(action, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }

    private static async Task<HttpClient> BrowserAsync(CaptureSite site, long person)
    {
        HttpClient browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await site.SignInAsync(browser, person);
        return browser;
    }

    /// <summary>Runs the job as if it were then.</summary>
    private static async Task RunAsync(CaptureSite site, DateTimeOffset now)
    {
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DigestJob>(scope.ServiceProvider, new Then(now)).RunAsync(CancellationToken.None);
    }

    /// <summary>In the north everybody is glad and in the south nobody, in these days and the days before.</summary>
    private static async Task AnswerAsync(CaptureSite site)
    {
        await site.Log.AppendAsync([.. Enumerable.Range(0, 160).Select(i => new NewEvent
        {
            Source = "test",
            Id = "answer-" + i.ToString(CultureInfo.InvariantCulture),
            Name = "Survey Answered",
            Time = DateTimeOffset.UtcNow.AddDays(i < 80 ? -3 : -10),
            Unit = i % 2 == 0 ? "n1" : "s1",
            Objects = [new("customer", "c" + i)],
            Attributes = i % 2 == 0 ? """{"scores":{"nps":10}}""" : """{"scores":{"nps":2}}""",
        })]);
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IndicatorStore>().AddAsync([IndicatorTemplates.Find("nps")!]);
    }

    private static string Text(JsonElement mail, string name) => mail.GetProperty(name).GetString()!;
}
