using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Names and numbers that trip programs up: kept as they came, and nothing that reads them fails.</summary>
public sealed class OddContentTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private static readonly string[] Exports = ["csv", "jsonl", "xes", "ocel-json", "ocel-sqlite"];
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Names =
        ["__proto__", "constructor", "prototype", "hasOwnProperty", "$set", "$where", "", ".", "a.b", "a..b", "a[0]", new string('n', 10_000), "ملكي", "ملکی", "\u202Eeman", "a\u200Bb", "A", "a", "'; drop", "tajriba:id", "case:x"];

    private static readonly string[] Numbers =
        ["1e400", "-1e400", "1e131071", "9007199254740993", "-9007199254740993", "-0", "-0.0", "0.1000000000000000055511151231257827", new string('9', 400), "1." + new string('3', 400), "1E+2", "18446744073709551616"];

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case24_Odd_names_of_properties_come_back_as_they_were_sent(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        string members = string.Join(',', Names.Select((name, i) => $"{JsonSerializer.Serialize(name, AsWritten)}:{i}"));
        string body = $$$"""{"event":"Odd","userId":"odd-24","properties":{{{{members}}}},"top":{{{{members}}}}}""";
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(body)));
        LoggedEvent kept = Assert.Single(await source.EventsAsync());
        Assert.Equal(body, kept.Attributes);

        // As members of the event itself they are the columns of files.
        string flat = $$$"""{"event":"Odd Flat","userId":"odd-24",{{{members}}}}""";
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(flat)));
        Assert.Equal(flat, (await source.EventsAsync())[1].Attributes);
        await AllExportsAsync(provider, ["Odd", "Odd Flat"], body, flat);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case24_Spellings_of_a_name_are_kept_apart_and_found_together(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        foreach (string name in new[] { "خريد كالا", "خرید کالا" })
        {
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", JsonSerializer.SerializeToUtf8Bytes(new { @event = name, userId = "u" })));
        }

        Assert.Equal(["خريد كالا", "خرید کالا"], (await source.EventsAsync()).Select(e => e.Name));
        using HttpClient browser = await (await sites.OnAsync(provider)).AdministratorAsync();
        await CaptureSite.UntilAsync(async () => (await browser.PageAsync("/events?q=" + Uri.EscapeDataString("خرید کالا"))).QuerySelectorAll("tbody tr").Length == 2);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case24_A_source_uses_so_many_names_of_events_and_no_more(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider, services => services.AddSingleton(new CollectLimits { EventNames = 3 }));
        CollectSite source = await CollectSite.OpenAsync(site);
        CollectSite other = await CollectSite.OpenAsync(site);
        Assert.Equal("200 200 200 400 200", await TrackAsync(source, "A", "B", "C", "D", "A"));
        Assert.Equal("200 200 200 400", await TrackAsync(other, "D", "E", "F", "G"));

        // What has a name of ours takes no place, and what is known goes on beside what is refused.
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/identify", """{"userId":"u"}"""u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/contacts", """{"callId":"c","score":4,"min":1,"max":5}"""u8.ToArray()));
        using HttpResponseMessage batch = await source.PostAsync(
            "/v1/batch?strict=1", """{"batch":[{"type":"track","event":"E","userId":"u","messageId":"1"},{"type":"track","event":"B","userId":"u","messageId":"2"}]}""");
        using JsonDocument told = JsonDocument.Parse(await batch.Content.ReadAsStreamAsync());
        Assert.Equal(["TooManyNames", null], told.RootElement.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("reason").GetString()));
        using HttpResponseMessage cloud = await source.PostAsync(
            "/v1/cloudevents", """{"specversion":"1.0","id":"1","source":"/s","type":"F","subject":"u"}"""u8.ToArray(), ("Content-Type", "application/cloudevents+json"));
        Assert.Equal(HttpStatusCode.BadRequest, cloud.StatusCode);
        Assert.Contains("TooManyNames", await cloud.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([RefusalReason.TooManyNames, RefusalReason.TooManyNames, RefusalReason.TooManyNames], (await source.RefusedAsync()).Select(r => r.Reason));

        // After a restart the same names are known.
        await using CaptureSite again = site.Another();
        Assert.Equal("200 400 200", await TrackAsync(source.At(again), "C", "D", "B"));
        Assert.Equal(["A", "B", "C", "Call Rated", "Identified"], (await source.EventsAsync()).Select(e => e.Name).Distinct().Order());

        // Where more are allowed, what was refused is told again and goes in.
        await using CaptureSite wider = site.Another(services => services.AddSingleton(new CollectLimits { EventNames = 4 }));
        using HttpClient browser = await wider.AdministratorAsync();
        string address = $"/sources/{source.Source}";
        Assert.Contains("as many as it may", (await browser.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        IElement replay = (await browser.PageAsync(address)).QuerySelectorAll("form[action$='/replay']")[^1];
        HttpResponseMessage replayed = await browser.PostFormAsync(address, replay.GetAttribute("action")!);
        Assert.Equal(address + "?done=replayed", replayed.Headers.Location!.ToString());
        Assert.Contains((await source.EventsAsync()), e => e.Name == "D");
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case24_Many_at_once_do_not_get_more_names_in(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider, services => services.AddSingleton(new CollectLimits { EventNames = 5 }));
        CollectSite source = await CollectSite.OpenAsync(site);
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => TrackAsync(source, $"N{i}")));
        Assert.Equal(5, answers.Count(a => a == "200"));
        Assert.Equal(5, (await source.EventsAsync()).Select(e => e.Name).Distinct().Count());
        Assert.Equal(35, (await source.RefusedAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case22_Odd_numbers_and_doubled_names_are_kept_letter_by_letter(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        string members = string.Join(',', Numbers.Select((number, i) => $"\"n{i}\":{number}"));
        string body = $$$"""{"event":"Numbers","userId":"odd-22","properties":{"a":1,"a":"two","a":1e400,{{{members}}}}}""";
        string flat = $$$"""{"event":"Numbers Flat","userId":"odd-22","a":1,"a":"two","a":1e400,{{{members}}}}""";
        foreach (string text in new[] { body, flat })
        {
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(text)));
        }

        Assert.Equal([body, flat], (await source.EventsAsync()).Select(e => e.Attributes));
        await AllExportsAsync(provider, ["Numbers", "Numbers Flat"], body, flat);
        await JourneysAsync(provider);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case22_What_is_no_number_of_JSON_is_refused_and_kept(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        string[] none = ["NaN", "Infinity", "-Infinity", "+1", "01", "1.", ".5", "0x10", "1e", "--1"];
        foreach (string number in none)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes($$$"""{"event":"A","userId":"u","properties":{"n":{{{number}}}}}""")));
        }

        Assert.Empty(await source.EventsAsync());
        Assert.Equal(none.Length, (await source.RefusedAsync()).Count(r => r.Reason == RefusalReason.BadBody));
    }

    private static async Task<string> TrackAsync(CollectSite source, params string[] names)
    {
        var answers = new List<int>();
        foreach (string name in names)
        {
            answers.Add((int)await source.StatusAsync("/v1/track", JsonSerializer.SerializeToUtf8Bytes(new { @event = name, userId = "u" })));
        }

        return string.Join(' ', answers);
    }

    /// <summary>Every format goes out whole; JSON lines hold the attributes letter by letter.</summary>
    private async Task AllExportsAsync(DatabaseProvider provider, string[] names, params string[] attributes)
    {
        using HttpClient caller = await (await sites.OnAsync(provider)).CallerAsync();
        foreach (string format in Exports)
        {
            string filter = string.Concat(names.Select(n => "&event=" + Uri.EscapeDataString(n)));
            using HttpResponseMessage answer = await caller.GetAsync($"/api/v1/export?format={format}&objectType=customer{filter}");
            Assert.True(answer.IsSuccessStatusCode, $"{format}: {answer.StatusCode}");
            byte[] file = await answer.Content.ReadAsByteArrayAsync();
            Assert.True(file.Length > 100, format);
            if (format == "jsonl")
            {
                Assert.All(attributes, a => Assert.Contains(a, Encoding.UTF8.GetString(file), StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Journeys have the attributes as columns.</summary>
    private async Task JourneysAsync(DatabaseProvider provider)
    {
        using HttpClient browser = await (await sites.OnAsync(provider)).AdministratorAsync();
        HttpResponseMessage saved = await browser.PostFormAsync("/journeys/new?type=customer", "/journeys/save", ("nameEn", "Odd"));
        string journey = saved.Headers.Location!.ToString().Split('?')[0];
        foreach (string path in new[] { journey, journey + "/export.csv", journey + "/export.xes", $"/api/v1{journey}/map", $"/api/v1{journey}/variants", $"/api/v1{journey}/steps" })
        {
            using HttpResponseMessage answer = await browser.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }
}
