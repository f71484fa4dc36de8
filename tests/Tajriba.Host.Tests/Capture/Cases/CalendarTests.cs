using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import.Reading;
using Tajriba.Ui;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Times as they are written, kept, shown and put into periods, against calendars reckoned by hand.</summary>
public sealed class CalendarTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const long SecondMicroseconds = 1_000_000;
    private const string PersianDigits = "۰۱۲۳۴۵۶۷۸۹";
    private const string ArabicDigits = "٠١٢٣٤٥٦٧٨٩";

    [Theory]
    [InlineData("Asia/Tehran")]
    [InlineData("America/New_York")]
    [InlineData("Europe/Berlin")]
    public void Case43_Clock_times_without_offset_are_read_as_the_zone_had_them(string zone)
    {
        var rules = new TimeRules(TimeZoneInfo.FindSystemTimeZoneById(zone), false);
        for (var local = new DateTime(2019, 4, 1); local < new DateTime(2026, 12, 1); local = local.AddMinutes(30))
        {
            (_, TimeSpan standard) = CalendarOracle.OffsetAt(zone, local);
            TimeSpan saving = standard + TimeSpan.FromHours(1);
            bool isStandard = CalendarOracle.OffsetAt(zone, local - standard).Offset == standard;
            bool isSaving = CalendarOracle.OffsetAt(zone, local - saving).Offset == saving;

            // A time that was twice is the later one; one that never was counts as just after the gap.
            DateTime expected = local - (isSaving && !isStandard ? saving : standard);
            string text = local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            Assert.True(EventTime.TryParse(Encoding.UTF8.GetBytes(text), rules, out long read), text);
            Assert.True(Seconds(expected) == read, $"{text} in {zone}: {Microseconds.ToTime(read):O}, not {expected:O}");
        }
    }

    [Fact]
    public void Case43_Jalali_days_are_read_in_any_digits_and_those_that_are_not_are_refused()
    {
        for (int year = CalendarOracle.FirstYear; year <= CalendarOracle.LastYear; year++)
        {
            for (int month = 1; month <= 12; month++)
            {
                int days = CalendarOracle.DaysIn(year, month);
                for (int day = 1; day <= days; day++)
                {
                    long expected = Seconds(CalendarOracle.Gregorian(year, month, day).ToDateTime(new TimeOnly(12, 34, 56)));
                    string text = string.Create(CultureInfo.InvariantCulture, $"{year}/{month:00}/{day:00} 12:34:56");
                    Assert.Equal([expected, expected, expected], new[] { text, In(text, PersianDigits), In(text, ArabicDigits) }.Select(Read));
                }

                Assert.Null(Read(string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{days + 1:00}")));
            }
        }
    }

    [Theory]
    [InlineData("1403-12-30", "2025-03-20T00:00:00Z")]
    [InlineData("۱۴۰۳-۱۲-۳۰", "2025-03-20T00:00:00Z")]
    [InlineData("1404-12-30", null)]
    [InlineData("1404-12-29", "2026-03-20T00:00:00Z")]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z")]
    [InlineData("2023-02-29", null)]
    [InlineData("2000-02-29", "2000-02-29T00:00:00Z")]
    [InlineData("2100-02-29", null)]
    [InlineData("٢٠٢٤-٠٢-٢٩T٠١:٠٠:٠٠+٠٣:٣٠", "2024-02-28T21:30:00Z")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z")]
    [InlineData("10000-01-01", null)]
    [InlineData("2024-01-01T24:00:00Z", null)]
    public void Case43_Days_at_the_edges_of_calendars(string text, string? expected) =>
        Assert.Equal(expected is null ? null : Microseconds.Of(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture)), Read(text));

    [Fact]
    public void Case43_Moments_are_shown_by_the_clocks_of_Tehran_before_and_after_2022()
    {
        var show = new Show(ReaderPreferences.Of("fa"), TimeProvider.System);
        for (var utc = new DateTime(2019, 4, 1, 0, 15, 0, DateTimeKind.Utc); utc.Year < 2026; utc = utc.AddMinutes(97))
        {
            DateTime local = utc + CalendarOracle.OffsetAt("Asia/Tehran", utc).Offset;
            (int year, int month, int day) = CalendarOracle.Jalali(DateOnly.FromDateTime(local));
            string expected = In(string.Create(CultureInfo.InvariantCulture, $"{year}/{month:00}/{day:00} {local:HH:mm}"), PersianDigits);
            string shown = string.Concat(show.DateTime(new DateTimeOffset(utc)).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Replace('\u00A0', ' ');
            Assert.Equal(expected, shown);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case43_Days_weeks_and_months_of_a_trend_are_those_of_the_calendar(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        var random = new Random(43);
        DateTime[] times =
        [
            .. Enumerable.Range(0, 400).Select(_ => new DateTime(2019, 4, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(60 * 60 * 24 * 2_500))),
            .. new[] { new DateOnly(2024, 2, 29), new(2025, 3, 20), new(2025, 3, 21), new(2026, 3, 20), new(2026, 3, 21), new(2022, 9, 21), new(2022, 9, 22), new(2022, 3, 22) }
                .SelectMany(d => new[] { d.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), d.ToDateTime(new TimeOnly(23, 59, 59), DateTimeKind.Utc) }),
        ];
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(times.Select((t, i) => new { specversion = "1.0", id = $"{i}", source = "/c", type = "Visit", subject = $"v{i}", time = t.ToString("O", CultureInfo.InvariantCulture) }));
        using HttpResponseMessage told = await source.PostAsync("/v1/cloudevents?subject=visit", body, ("Content-Type", "application/cloudevents-batch+json"));
        Assert.Equal(HttpStatusCode.Accepted, told.StatusCode);

        using HttpClient browser = await (await sites.OnAsync(provider)).AdministratorAsync();
        HttpResponseMessage saved = await browser.PostFormAsync("/journeys/new?type=visit", "/journeys/save", ("nameEn", "Visits"), ("startEvents", ""), ("endEvents", ""), ("timeoutDays", "3"));
        string journey = "/api/v1" + saved.Headers.Location!.ToString().Split('?')[0];
        DateOnly[] days = [.. times.Select(DateOnly.FromDateTime)];
        await SameAsync("by=week&calendar=jalali", CalendarOracle.Saturday);
        await SameAsync("by=week", CalendarOracle.Monday);
        await SameAsync("by=month", d => new DateOnly(d.Year, d.Month, 1));
        await SameAsync("by=month&calendar=jalali", d =>
        {
            (int year, int month, _) = CalendarOracle.Jalali(d);
            return CalendarOracle.Gregorian(year, month, 1);
        });

        async Task SameAsync(string query, Func<DateOnly, DateOnly> first)
        {
            using JsonDocument trend = JsonDocument.Parse(await browser.GetStringAsync($"{journey}/trend?{query}"));
            Assert.Equal(
                days.GroupBy(first).OrderBy(g => g.Key).Select(g => (g.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), g.Count())),
                trend.RootElement.EnumerateArray().Select(p => (p.GetProperty("from").GetString()!, p.GetProperty("began").GetInt32())));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case43_The_last_and_the_first_year_are_kept_and_shown(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(site);
        string[] times = ["9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00Z", "1403-12-30T10:00:00+03:30", "1404-12-30T10:00:00Z"];
        foreach (string time in times)
        {
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/import", JsonSerializer.SerializeToUtf8Bytes(new { batch = new[] { new { type = "track", @event = "Edge", userId = "u", timestamp = time } } })));
        }

        IReadOnlyList<LoggedEvent> events = await source.EventsAsync();
        Assert.Equal([DateTimeOffset.MaxValue.AddTicks(-9), DateTimeOffset.MinValue, new DateTimeOffset(2025, 3, 20, 6, 30, 0, TimeSpan.Zero)], events.Take(3).Select(e => e.Time));

        // The year 1404 has no thirtieth of Esfand: what was told is kept, and the time of receipt counts.
        Assert.InRange((events[3].ReceivedAt - events[3].Time).TotalMinutes, 0, 1);
        Assert.Contains("1404-12-30", events[3].Attributes, StringComparison.Ordinal);
        long customer = (await site.Log.FindObjectAsync("customer", "u"))!.Value;
        using HttpClient browser = await site.AdministratorAsync();
        await CaptureSite.UntilAsync(async () => (await browser.PageAsync("/customers")).QuerySelectorAll("tbody tr").Length == 1);
        HttpResponseMessage saved = await browser.PostFormAsync("/journeys/new?type=customer", "/journeys/save", ("nameEn", "J"));
        string journey = saved.Headers.Location!.ToString().Split('?')[0];
        string[] paths =
        [
            "/", "/events", "/customers", $"/customers/{customer}", $"/sources/{source.Source}", journey, journey + "?tab=trend", journey + "?tab=trend&by=week", journey + "?tab=dotted", journey + "?tab=durations",
            $"/api/v1{journey}/trend?calendar=jalali", $"/api/v1{journey}/trend?calendar=jalali&by=week", $"/api/v1{journey}/trend?by=week", $"/api/v1{journey}/dotted",
            "/api/v1/export?format=csv", "/api/v1/export?format=xes&objectType=customer", "/api/v1/export?format=ocel-json", "/api/v1/export?format=jsonl",
        ];
        foreach (string language in new[] { "en", "fa", "ar" })
        {
            browser.DefaultRequestHeaders.AcceptLanguage.Clear();
            browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            foreach (string path in paths)
            {
                using HttpResponseMessage answer = await browser.GetAsync(path);
                Assert.True(answer.IsSuccessStatusCode, $"{language} {path}: {answer.StatusCode}");
                Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
            }
        }
    }

    private static long Seconds(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond * SecondMicroseconds;

    private static long? Read(string text) => EventTime.TryParse(Encoding.UTF8.GetBytes(text), new TimeRules(null, false), out long read) ? read : null;

    private static string In(string text, string digits) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));
}
