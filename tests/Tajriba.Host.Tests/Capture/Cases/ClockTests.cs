using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Clocks that are wrong, the server's and the clients'.</summary>
public sealed class ClockTests
{
    private const string Owner = "owner";
    private const string Password = "a long enough password";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case12_A_clock_that_jumps_changes_no_order_and_locks_nobody_out(DatabaseProvider provider)
    {
        var clock = new ShiftedClock();
        await using CaptureSite site = await CaptureSite.OpenAsync(provider, services => services.AddSingleton<TimeProvider>(clock));
        CollectSite source = await CollectSite.OpenAsync(site);
        using HttpClient before = await site.AdministratorAsync();
        int sent = 0;
        foreach (TimeSpan shift in new[] { TimeSpan.Zero, TimeSpan.FromDays(1), -TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), TimeSpan.Zero })
        {
            clock.Shift = shift;
            for (int i = 0; i < 3; i++, sent++)
            {
                Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes($$"""{"event":"E","userId":"u","messageId":"m{{sent}}"}""")));
            }

            // The first message again: an id is known whatever the clock says meanwhile.
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", """{"event":"E","userId":"u","messageId":"m0"}"""u8.ToArray()));
            Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/sources")).StatusCode);
            using HttpClient now = await site.AdministratorAsync();
            Assert.Equal(HttpStatusCode.OK, (await now.GetAsync("/sources")).StatusCode);

            // Work in the background is taken and done.
            string leads = await CaptureSite.UploadAsync(now, "f.csv", $"case_id,activity,timestamp\nc{sent},Step {sent},2026-01-01T00:00:00Z\n");
            HttpResponseMessage begun = await now.PostFormAsync(leads, "/import/start");
            long import = long.Parse(begun.Headers.Location!.ToString().Split('/', '?')[2], CultureInfo.InvariantCulture);
            Assert.Equal(ImportState.Done, (await site.EndOfAsync(import)).State);
        }

        IReadOnlyList<LoggedEvent> events = await source.EventsAsync();
        Assert.Equal(Enumerable.Range(0, sent).Select(i => $"m{i}"), events.Select(e => e.Id));
        Assert.All(events.Zip(events.Skip(1)), pair =>
        {
            Assert.True(pair.First.Position < pair.Second.Position);
            Assert.True(pair.First.ReceivedAt <= pair.Second.ReceivedAt);
        });
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case12_A_clock_set_over_a_restart_changes_no_order_and_locks_nobody_out(DatabaseProvider provider)
    {
        var clock = new ShiftedClock();
        var beats = new Beats();
        CaptureSite site = await CaptureSite.OpenAsync(provider, services => services
            .AddSingleton<TimeProvider>(clock).AddSingleton(beats).AddJob<Beat>("test.beat", JobSchedule.Every(TimeSpan.FromSeconds(1))));
        try
        {
            CollectSite source = await CollectSite.OpenAsync(site);
            string cookie = await CookieAsync(site);
            await GuessAsync(site);
            await beats.NextAsync();
            int sent = 0;
            foreach (TimeSpan shift in new[] { TimeSpan.Zero, -TimeSpan.FromHours(1), TimeSpan.FromDays(1), -TimeSpan.FromHours(1) })
            {
                if (shift != clock.Shift)
                {
                    clock.Shift = shift;
                    site = await site.RestartAsync();
                    source = source.At(site);
                }

                for (int end = sent + 3; sent < end; sent++)
                {
                    Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes($$"""{"event":"E","userId":"u","messageId":"m{{sent}}"}""")));
                }

                foreach (int known in new[] { 0, sent - 1 })
                {
                    Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes($$"""{"event":"E","userId":"u","messageId":"m{{known}}"}""")));
                }

                using HttpClient before = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
                before.DefaultRequestHeaders.Add("Cookie", cookie);
                Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/sources")).StatusCode);
                await beats.NextAsync();
                using HttpClient now = await site.AdministratorAsync();
                string leads = await CaptureSite.UploadAsync(now, "f.csv", $"case_id,activity,timestamp\nc{sent},Step {sent},2026-01-01T00:00:00Z\n");
                HttpResponseMessage begun = await now.PostFormAsync(leads, "/import/start");
                Assert.Equal(ImportState.Done, (await site.EndOfAsync(long.Parse(begun.Headers.Location!.ToString().Split('/', '?')[2], CultureInfo.InvariantCulture))).State);

                // Whoever has to wait for a moment after wrong passwords waits for a moment.
                await CaptureSite.UntilAsync(async () => await EnterAsync(site, Password) == HttpStatusCode.Found);
                await GuessAsync(site);
            }

            Assert.Equal(Enumerable.Range(0, sent).Select(i => $"m{i}"), (await source.EventsAsync()).Select(e => e.Id));
            IReadOnlyList<LoggedEvent> all = await site.EventsAsync();
            Assert.Equal(all.Select(e => e.ReceivedAt).Order(), all.Select(e => e.ReceivedAt));
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case12_A_clients_clock_is_corrected_and_what_it_said_is_kept(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(site);
        foreach (int years in new[] { -10, 10 })
        {
            DateTimeOffset theirs = DateTimeOffset.UtcNow.AddYears(years);
            string timestamp = theirs.AddMinutes(-90).ToString("O", CultureInfo.InvariantCulture);
            string sentAt = theirs.ToString("O", CultureInfo.InvariantCulture);
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes($$"""{"event":"E","userId":"u","timestamp":"{{timestamp}}","sentAt":"{{sentAt}}"}""")));
            LoggedEvent kept = (await source.EventsAsync())[^1];
            Assert.InRange((kept.ReceivedAt - kept.Time).TotalMinutes, 89.5, 90.5);
            Assert.Contains(timestamp, kept.Attributes, StringComparison.Ordinal);
            Assert.Contains(sentAt, kept.Attributes, StringComparison.Ordinal);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case12_Events_from_the_future_are_kept_and_marked(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(site);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        foreach ((string name, DateTimeOffset time) in new[] { ("Soon", now.AddMinutes(2)), ("Tomorrow", now.AddDays(1)), ("Past", now.AddDays(-1)), ("Far", now.AddYears(10)) })
        {
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes($$"""{"event":"{{name}}","userId":"u","timestamp":"{{time:O}}"}""")));
        }

        Assert.Equal(4, (await source.EventsAsync()).Count);
        using HttpClient browser = await site.AdministratorAsync();
        IDocument page = await browser.PageAsync($"/sources/{source.Source}");
        string[] marked = [.. page.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("From the future", StringComparison.Ordinal)).Select(r => r.QuerySelector("bdi")!.TextContent)];
        Assert.Equal(["Far", "Tomorrow"], marked.Order());
        Assert.Contains(page.QuerySelectorAll(".stats > *"), s => s.TextContent.Contains("From the future", StringComparison.Ordinal) && s.TextContent.Contains('2', StringComparison.Ordinal));
    }

    /// <summary>The session cookie of an administrator who has just signed in, and somebody with a password.</summary>
    private static async Task<string> CookieAsync(CaptureSite site)
    {
        AddedPerson owner = await site.Services.GetRequiredService<IPeople>().AddAsync(new(Owner, Owner, [], [new(BuiltInRoles.Analyst, null)]));
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IPasswords>().ChangeAsync(owner.Id, null, Password));
        using HttpClient browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        SignInLink link = await site.Services.GetRequiredService<ISignInLinks>().CreateAsync(await site.AddPersonAsync(BuiltInRoles.Administrator), TimeSpan.FromHours(1));
        using HttpResponseMessage answer = await browser.PostFormAsync(link.Path!, "link");
        return answer.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith(PersonSession.Cookie + "=", StringComparison.Ordinal)).Split(';')[0];
    }

    /// <summary>Tries wrong passwords until it is told to wait.</summary>
    private static async Task GuessAsync(CaptureSite site)
    {
        while (await EnterAsync(site, "a wrong password") != HttpStatusCode.TooManyRequests)
        {
        }
    }

    private static async Task<HttpStatusCode> EnterAsync(CaptureSite site, string password)
    {
        using HttpClient browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        using HttpResponseMessage answer = await browser.PostFormAsync("/sign-in", "sign-in", ("userName", Owner), ("password", password));
        return answer.StatusCode;
    }

    private sealed class Beats
    {
        private int count;

        public void Add() => Interlocked.Increment(ref count);

        public Task NextAsync()
        {
            int before = Volatile.Read(ref count);
            return CaptureSite.UntilAsync(() => Task.FromResult(Volatile.Read(ref count) > before));
        }
    }

    private sealed class Beat(Beats beats) : IScheduledJob
    {
        public Task RunAsync(CancellationToken cancellationToken)
        {
            beats.Add();
            return Task.CompletedTask;
        }
    }
}
