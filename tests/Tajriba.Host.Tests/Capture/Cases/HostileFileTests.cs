using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Files whose names, columns, cells and tables are SQL.</summary>
public sealed class HostileFileTests
{
    private const string Nul = "\0";

    private static readonly string[] Texts =
    [
        "'", "\"", "\\", "%", "'; DROP TABLE log_event; --", "\"; DROP TABLE log_event; --", "') UNION SELECT hash FROM capture_keys --", "$.a'||(SELECT 1)||'", "name DESC, (SELECT 1)", "@q", "$1", "{0}", "[a]", "`x`",
    ];

    /// <summary>What a file system, a header or PostgreSQL takes ill.</summary>
    private static readonly string[] Names = [.. Texts, Nul, "a\0b.csv", "../../etc/passwd", "..", "C:\\x.csv", new('n', 5000), "\uD800.csv", "مشتری.csv", "a\r\nb.csv"];

    private static readonly (string, string)[] Chosen = [("activity", "what"), ("time", "when"), ("object-customer", "who"), ("other-column", "who"), ("other-type", "other"), ("eventid", ""), ("channel", ""), ("unit", ""), ("zone", ""), ("save", "")];

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case26_Columns_cells_and_choices_that_are_SQL_are_text(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        foreach (string text in Texts)
        {
            string cell = Quote(text);
            string leads = await CaptureSite.UploadAsync(browser, "f.csv", $"{Quote("who " + text)},what,{cell},when\n{cell},{cell},{cell},2026-01-01T00:00:00Z\n");
            HttpResponseMessage begun = await browser.PostFormAsync(
                leads, "/import/start", ("activity", "what"), ("time", "when"), ("other-column", "who " + text), ("other-type", text), ("save", text));
            string import = begun.Headers.Location!.ToString();
            ImportRecord done = await site.EndOfAsync(long.Parse(import.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((ImportState.Done, 1L, 0L), (done.State, done.Added, done.Rejected));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(import)).StatusCode);
            LoggedEvent kept = (await site.EventsAsync())[^1];
            Assert.Equal((text, new ObjectRef(text, text)), (kept.Name, kept.Objects[0]));
            Assert.Equal(text, JsonDocument.Parse(kept.Attributes!).RootElement.GetProperty(text).GetString());
        }

        Assert.Equal(Texts.Length, (await site.EventsAsync()).Count);

        // Choices that no page offers.
        foreach (string field in new[] { "activity", "time", "object-customer", "other-column", "other-type", "eventid", "channel", "unit", "zone", "save" })
        {
            foreach (string text in new[] { Texts[4], Nul, "\uD800", new('n', 5000) })
            {
                string open = await CaptureSite.UploadAsync(browser, "f.csv", $"who,what,when\na,{Guid.NewGuid()},2026-01-02T00:00:00Z\n");
                HttpResponseMessage answer = await browser.PostFormAsync(open, "/import/start", [.. Chosen.Where(c => c.Item1 != field), (field, text)]);

                // A form with a NUL in it is refused by itself.
                Assert.True(answer.StatusCode == (text == Nul ? HttpStatusCode.BadRequest : HttpStatusCode.Found), $"{field}='{text}' answers {answer.StatusCode}");
                if (answer.Headers.Location is { } leads)
                {
                    Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(leads)).StatusCode);
                }
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case26_Names_of_files_are_text(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        using HttpClient caller = await site.CallerAsync();
        for (int i = 0; i < Names.Length; i++)
        {
            using var body = new ByteArrayContent(Encoding.UTF8.GetBytes($"case_id,activity,timestamp\na{i},A,2026-01-01T00:00:00Z\n"));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using HttpResponseMessage answer = await caller.PostAsync("/api/v1/imports?name=" + Uri.EscapeDataString(Names[i]), body);
            Assert.True(answer.StatusCode == (Names[i].Contains('\0', StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted), $"'{Names[i]}' answers {answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.BadRequest)
            {
                continue;
            }

            using JsonDocument import = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
            long id = import.RootElement.GetProperty("id").GetInt64();
            Assert.Equal(ImportState.Done, (await site.EndOfAsync(id)).State);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/import/{id}")).StatusCode);
        }

        // In a form the name stands in a header of its own.
        string token = (await browser.PageAsync("/import")).QuerySelector("form[action='/import/upload'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (string name in Names)
        {
            byte[] form = Encoding.UTF8.GetBytes(
                $"--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"\r\n\r\n" +
                "case_id,activity,timestamp\nb,B,2026-01-01T00:00:00Z\n\r\n--b--\r\n");
            using var body = new ByteArrayContent(form);
            body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
            using HttpResponseMessage answer = await browser.PostAsync("/import/upload", body);
            Assert.True((int)answer.StatusCode < 500, $"'{name}' answers {answer.StatusCode}");
            if (answer.Headers.Location?.ToString() is { } leads && leads.StartsWith("/import/file/", StringComparison.Ordinal))
            {
                Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(leads)).StatusCode);
                Assert.Equal(HttpStatusCode.Found, (await browser.PostFormAsync(leads, "/import/start")).StatusCode);
            }
        }

        Assert.Equal(Names.Length - 1, (await site.EventsAsync()).Select(e => e.Objects[0].Id).Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/import")).StatusCode);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case26_Tables_of_a_file_are_read_by_their_names_and_one_that_breaks_ends_its_own_import_only(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient caller = await site.CallerAsync();
        const string Tables = """
            CREATE TABLE event_map_type (ocel_type TEXT, ocel_type_map TEXT);
            CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
            CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
            CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
            INSERT INTO event VALUES ('e1', 't'); INSERT INTO object VALUES ('o1', 'customer'); INSERT INTO event_object VALUES ('e1', 'o1', '');
            """;
        const string Named = "CREATE TABLE \"event_{0}\" (ocel_id TEXT, ocel_time TEXT, \"{0}\" TEXT); INSERT INTO \"event_{0}\" VALUES ('e1', '2026-01-01T00:00:00Z', 'x');";
        foreach (string text in Texts)
        {
            string quoted = text.Replace("'", "''", StringComparison.Ordinal);
            string sql = Tables + $"INSERT INTO event_map_type VALUES ('{quoted}', '{quoted}');" + Named.Replace("{0}", text.Replace("\"", "\"\"", StringComparison.Ordinal), StringComparison.Ordinal);
            ImportRecord done = await ImportAsync(site, caller, sql) ?? throw new InvalidOperationException($"'{text}' was refused.");
            Assert.Equal((ImportState.Done, 1L), (done.State, done.Added));
            LoggedEvent kept = (await site.EventsAsync())[^1];
            Assert.Equal(text, kept.Name);
            Assert.Equal("x", JsonDocument.Parse(kept.Attributes!).RootElement.GetProperty(text).GetString());
        }

        // Tables that are views, rows without what a row has, text that SQLite itself stumbles over.
        string[] broken =
        [
            Tables + "INSERT INTO event_map_type VALUES ('t', 'nowhere');",
            Tables + "INSERT INTO event_map_type VALUES (NULL, NULL);",
            Tables + "INSERT INTO event_map_type VALUES ('t', 't'); CREATE VIEW event_t AS SELECT 'e1' ocel_id, '2026-01-01T00:00:00Z' ocel_time, abs(-9223372036854775808) x;",
            Tables + "INSERT INTO event_map_type VALUES ('t', 't'); CREATE TABLE event_t (ocel_id TEXT, ocel_time TEXT); INSERT INTO event_t VALUES ('e1', '2026-01-01T00:00:00Z'); ALTER TABLE event RENAME TO e; CREATE VIEW event AS SELECT * FROM e;",
            Tables + "INSERT INTO event_map_type VALUES ('t', 't'); CREATE TABLE event_t (ocel_id TEXT, ocel_time TEXT); INSERT INTO event_t VALUES ('e1', '2026-01-01T00:00:00Z'); UPDATE event_object SET ocel_object_id = NULL; UPDATE object SET ocel_id = NULL;",
            Tables + "INSERT INTO event_map_type VALUES ('t', 't'); CREATE TABLE event_t (ocel_id BLOB, ocel_time BLOB, x BLOB); INSERT INTO event_t VALUES ('e1', x'00ff', x'00ff');",
            Tables + "INSERT INTO event_map_type VALUES ('t', 't'); CREATE VIEW event_t AS SELECT 'e1' ocel_id, '2026-01-01T00:00:00Z' ocel_time, CASE WHEN n > 500 THEN json('{') END x FROM (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 1000) SELECT n FROM c);",
        ];
        foreach (string sql in broken)
        {
            ImportRecord? done = await ImportAsync(site, caller, sql);
            Assert.True(done is null or { State: ImportState.Done or ImportState.Failed }, $"'{sql}' ends as {done?.State}");
        }

        Assert.Equal(ImportState.Done, (await ImportAsync(site, caller, Tables + "INSERT INTO event_map_type VALUES ('after', 'after');" + Named.Replace("{0}", "after", StringComparison.Ordinal)))!.State);
    }

    /// <summary>Makes a SQLite file by some statements and imports it; null where it is refused at once.</summary>
    private static async Task<ImportRecord?> ImportAsync(CaptureSite site, HttpClient caller, string sql)
    {
        string path = Path.GetTempFileName();
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(path));
        File.Delete(path);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using HttpResponseMessage answer = await caller.PostAsync("/api/v1/imports?name=f.sqlite", body);
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            return null;
        }

        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"'{sql}' answers {answer.StatusCode}");
        using JsonDocument import = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return await site.EndOfAsync(import.RootElement.GetProperty("id").GetInt64());
    }

    private static string Quote(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
