using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Tajriba.Host.Tests.Access;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Files that are not what they are said to be, and names that lead elsewhere.</summary>
public sealed class UploadTests
{
    private const string Events = "case_id,activity,timestamp\na,A,2026-01-01T00:00:00Z\n";

    public static TheoryData<string> Kinds => [.. Files.Keys];

    private static Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal)
    {
        ["archive with a path upwards"] = Zip("../../../../tmp/tajriba-slipped", Encoding.UTF8.GetBytes(Events)),
        ["archive of gigabytes"] = Zip("events.csv", new byte[50_000_000]),
        ["workbook with macros"] = Zip("xl/vbaProject.bin", [0xCC, 0x61, 0xFF]),
        ["empty archive"] = [.. "PK\x05\x06"u8, .. new byte[18]],
        ["old workbook"] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.UTF8.GetBytes(Events)],
        ["picture of four thousand million points"] = [0x89, .. "PNG\r\n\x1A\n\0\0\0\rIHDR"u8, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 8, 6, 0, 0, 0],
        ["picture and events"] = [.. "GIF89a,\n"u8, .. Encoding.UTF8.GetBytes(Events)],
        ["photograph and events"] = [0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.UTF8.GetBytes("\n" + Events)],
        ["document and events"] = [.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes(Events)],
        ["program"] = [0x7F, .. "ELF\x02\x01\x01\n"u8, .. Encoding.UTF8.GetBytes(Events)],
        ["drawing with a script"] = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ["page with a script"] = Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"),
        ["entities that grow"] = Encoding.UTF8.GetBytes("<!DOCTYPE log [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><log><trace><event><string key='concept:name' value='&b;'/></event></trace></log>"),
        ["entity that reads a file"] = Encoding.UTF8.GetBytes("<!DOCTYPE log [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><log><trace><event><string key='concept:name' value='&a;'/></event></trace></log>"),
        ["archive in an archive"] = Gzip(Zip("events.csv", Encoding.UTF8.GetBytes(Events))),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Case30_What_is_no_file_of_events_is_refused_by_its_content(string kind)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        using HttpClient caller = await site.CallerAsync();

        // Neither the name nor the type that is claimed for it makes it one.
        string leads = await CaptureSite.UploadAsync(browser, "events.csv", Files[kind]);
        Assert.StartsWith("/import?", leads, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(leads)).StatusCode);
        using var body = new ByteArrayContent(Files[kind]) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using HttpResponseMessage answer = await caller.PostAsync("/api/v1/imports?name=events.csv", body);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(Directory.GetFiles(site.UploadFolder));
        Assert.Empty(await site.EventsAsync());
        Assert.False(File.Exists("/tmp/tajriba-slipped"), "A path in an archive led out of it.");
    }

    [Fact]
    public async Task Case30_No_name_leads_out_of_the_folder_and_what_comes_back_is_a_file_to_keep()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        string data = Path.GetDirectoryName(site.UploadFolder)!;
        string[] before = Directory.GetFiles(data, "*", SearchOption.AllDirectories);
        foreach (string name in new[] { "../../out.csv", "/etc/cron.d/x", "..\\..\\out.csv", "imports/../../x", "<img src=x onerror=alert(1)>.html", ".name", "CON", "a/b/c.svg" })
        {
            string leads = await CaptureSite.UploadAsync(browser, name, Events);
            Assert.Matches("^/import/file/[0-9a-f]{32}$", leads);
            string page = await browser.GetStringAsync(leads);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        }

        string[] added = [.. Directory.GetFiles(data, "*", SearchOption.AllDirectories).Except(before).Where(f => Path.GetDirectoryName(f) == site.UploadFolder)];
        Assert.Equal(16, added.Length);
        Assert.All(added, file => Assert.Matches("^[0-9a-f]{32}(\\.name)?$", Path.GetFileName(file)));
        foreach (string token in new[] { "..%2ftajriba.key", "%2e%2e%2ftajriba.key", "..%5ctajriba.key", new string('0', 32), Path.GetFileName(added[0]) + ".name" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/import/file/" + token)).StatusCode);
        }

        string import = (await browser.PostFormAsync(
            await CaptureSite.UploadAsync(browser, "=x.csv", Events + "b,B,soon\n"), "/import/start", ("activity", "activity"), ("time", "timestamp"), ("object-customer", "case_id"))).Headers.Location!.ToString();
        await site.EndOfAsync(long.Parse(import.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        using HttpResponseMessage rejected = await browser.GetAsync(import + "/rejected.csv");
        Assert.Equal("attachment", rejected.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", rejected.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private static byte[] Zip(string entry, byte[] content)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream stream = archive.CreateEntry(entry).Open();
            stream.Write(content);
        }

        return file.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return file.ToArray();
    }
}
