using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Text that wants to be more than text: to turn the page round, to be SQL, to be a formula.</summary>
public sealed class HostileTextTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const char Turn = '\u202E';

    private static readonly string[] Injections =
    [
        "'", "\"", "' OR '1'='1", "'; DROP TABLE capture_sources; --", "1; DELETE FROM log_event", "\\", "%", "_", "') UNION SELECT hash FROM capture_keys --", "$1", "@q", "{0}", "[a]", "`x`",
        "$.a'||(SELECT 1)||'", "$[0]", "a->>'b'", "name DESC", "(CASE WHEN 1=1 THEN name ELSE hash END)", "1e999", "-1", "NULL", "\u0000", "ك'ي",
    ];

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case25_Text_that_turns_round_or_hides_stands_isolated_and_is_kept_as_it_was(DatabaseProvider provider)
    {
        CaptureSite site = await sites.OnAsync(provider);
        (long number, string key) = await site.Services.SourceAsync($"Till{Turn}piz.exe", "web", "n1");
        using HttpClient client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        string[] names = [$"Paid{Turn}fdp", "Pa\u200Bid Twice", "\u041Erder Sent", "Order Sent"];
        foreach (string name in names)
        {
            using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { @event = name, userId = $"who{Turn}oohw", properties = new { note = $"x{Turn}y" } }));
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/v1/track?writeKey=" + key, body)).StatusCode);
        }

        IEnumerable<LoggedEvent> kept = (await site.Log.ReadAsync(0, 100_000)).Where(e => e.Source == $"source:{number}");
        Assert.Equal(names, kept.Select(e => e.Name));
        Assert.All(kept, e => Assert.Equal($"who{Turn}oohw", e.Objects[0].Id));

        using HttpClient browser = await site.AdministratorAsync();
        await CaptureSite.UntilAsync(async () => (await RowsAsync(browser, "/events?q=Sent")).Length >= 2 && (await RowsAsync(browser, "/customers")).Length > 0);
        long customer = (await site.Log.FindObjectAsync("customer", $"who{Turn}oohw"))!.Value;
        foreach (string path in new[] { "/sources", $"/sources/{number}", "/events", "/events/edit?name=" + Uri.EscapeDataString(names[0]), "/customers", $"/customers/{customer}" })
        {
            IDocument page = await browser.PageAsync(path);
            IText[] turned = [.. page.Body!.Descendants<IText>().Where(t => t.Data.Contains(Turn, StringComparison.Ordinal) && t.ParentElement!.Closest("script, style") is null)];
            Assert.All(turned, t => Assert.True(t.Data.Contains('\u2068', StringComparison.Ordinal) || t.ParentElement!.Closest("bdi, [dir=auto], input, textarea, option") is not null, $"{path}: {t.ParentElement!.OuterHtml}"));
            Assert.True(turned.Length > 0 || page.QuerySelectorAll("input").Any(i => i.GetAttribute("value")?.Contains(Turn, StringComparison.Ordinal) == true), $"{path} shows it nowhere.");
        }

        // Folded, and only folded: found without what cannot be seen; letters that look alike stay two names.
        Assert.Contains(await RowsAsync(browser, "/events?q=" + Uri.EscapeDataString("paid twice")), r => r.Contains("Pa\u200Bid Twice", StringComparison.Ordinal));
        Assert.Contains(await RowsAsync(browser, "/events?q=paidfdp"), r => r.Contains(names[0], StringComparison.Ordinal));
        Assert.DoesNotContain(await RowsAsync(browser, "/events?q=" + Uri.EscapeDataString("order sent")), r => r.Contains(names[2], StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case26_Text_of_SQL_is_stored_found_and_filtered_as_text(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(site);
        string[] texts = [.. Injections.Where(t => t != "\0")];
        foreach (string text in texts)
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["event"] = text, ["userId"] = text, ["messageId"] = text, [text] = text });
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", body));
        }

        Assert.Equal(texts, (await source.EventsAsync()).Select(e => e.Name));
        using HttpClient browser = await site.AdministratorAsync();
        await CaptureSite.UntilAsync(async () => (await RowsAsync(browser, "/events")).Length == texts.Length);
        foreach (string text in texts)
        {
            string file = await browser.GetStringAsync("/api/v1/export?format=jsonl&event=" + Uri.EscapeDataString(text));
            using JsonDocument line = JsonDocument.Parse(Assert.Single(file.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
            Assert.Equal(text, line.RootElement.GetProperty("event").GetString());
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/events/edit?name=" + Uri.EscapeDataString(text))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/customers/{await site.Log.FindObjectAsync("customer", text)}")).StatusCode);
        }

        foreach (string format in new[] { "csv", "xes", "ocel-json", "ocel-sqlite" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/api/v1/export?format={format}&objectType=customer")).StatusCode);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case27_No_cell_that_goes_out_is_a_formula_and_it_comes_back_the_same(DatabaseProvider provider)
    {
        string[] formulas = ["=HYPERLINK(\"http://evil\",\"x\")", "+1+cmd|'/C calc'!A0", "-2+3", "@SUM(1)", "\tx", "\rx", "'=1", "''+1", "=", "-", "=1\n=2", "＝1"];
        await using CaptureSite from = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(from);
        foreach (string text in formulas)
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(new { @event = text, userId = text, messageId = text, note = text });
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", body));
        }

        using HttpClient browser = await from.AdministratorAsync();
        string csv = await browser.GetStringAsync("/api/v1/export?format=csv");
        NoFormula(csv);
        HttpResponseMessage saved = await browser.PostFormAsync("/journeys/new?type=customer", "/journeys/save", ("nameEn", "=J"), ("startEvents", ""), ("endEvents", ""));
        NoFormula(await browser.GetStringAsync(saved.Headers.Location!.ToString().Split('?')[0] + "/export.csv"));
        NoFormula(await browser.GetStringAsync("/audit/export.csv"));

        await using CaptureSite to = await CaptureSite.OpenAsync(provider);
        using HttpClient caller = await to.CallerAsync();
        ImportRecord done = await ImportAsync(to, caller, csv);
        Assert.Equal((0L, (long)formulas.Length), (done.Rejected, done.Added));
        Assert.Equal((await source.EventsAsync()).Select(Line), (await to.EventsAsync()).Select(Line));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case27_A_file_of_formulas_is_taken_in_as_text(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient caller = await site.CallerAsync();
        ImportRecord done = await ImportAsync(site, caller, "case_id,activity,timestamp,note\n=1+1,=cmd|'/C calc'!A0,2026-01-01T00:00:00Z,@SUM(A1)\n-1,+x,never,=bad\n");
        Assert.Equal((1L, 1L), (done.Added, done.Rejected));
        LoggedEvent kept = Assert.Single(await site.EventsAsync());
        Assert.Equal(("=cmd|'/C calc'!A0", "=1+1", """{"note":"@SUM(A1)"}"""), (kept.Name, kept.Objects[0].Id, kept.Attributes));
        using HttpClient browser = await site.AdministratorAsync();
        NoFormula(await browser.GetStringAsync($"/import/{done.Id}/rejected.csv"));
    }

    private static async Task<ImportRecord> ImportAsync(CaptureSite site, HttpClient caller, string csv)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        body.Headers.ContentType = new("application/octet-stream");
        using HttpResponseMessage answer = await caller.PostAsync("/api/v1/imports?name=file.csv", body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        using JsonDocument import = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return await site.EndOfAsync(import.RootElement.GetProperty("id").GetInt64());
    }

    private static async Task<string[]> RowsAsync(HttpClient browser, string path) =>
        [.. (await browser.PageAsync(path)).QuerySelectorAll("tbody tr").Select(r => r.TextContent)];

    private static string Line(LoggedEvent e) => $"{e.Id}|{e.Name}|{e.Time:O}|{string.Join(',', e.Objects)}|{e.Attributes}";

    /// <summary>What a spreadsheet would reckon; plain numbers are what they are.</summary>
    private static void NoFormula(string csv) => Assert.All(
        Cells(csv), c => Assert.False(c.Length > 0 && "=+-@\t\r".Contains(c[0], StringComparison.Ordinal) && !decimal.TryParse(c, System.Globalization.CultureInfo.InvariantCulture, out _), $"'{c}' is a formula."));

    private static List<string> Cells(string csv)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = csv.StartsWith('\uFEFF') ? 1 : 0; i < csv.Length; i++)
        {
            char c = csv[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(c);
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',' || (c == '\r' && i + 1 < csv.Length && csv[i + 1] == '\n') || c == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                i += c == '\r' ? 1 : 0;
            }
            else
            {
                cell.Append(c);
            }
        }

        return cells;
    }
}
