using System.Net;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture;

/// <summary>Whatever an attribute says, it says the same in binary and in structured mode.</summary>
public sealed class CloudEventEncodingTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const int Events = 150;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Percent_encoded_headers_and_JSON_make_the_same_event(DatabaseProvider provider)
    {
        CollectSite binary = await sites.SourceAsync(provider);
        CollectSite structured = await sites.SourceAsync(provider);
        foreach ((string subject, int i) in Subjects().Select((s, i) => (s, i)))
        {
            (string, string)[] headers =
            [
                ("ce-specversion", "1.0"), ("ce-id", $"{i}"), ("ce-source", "/s"), ("ce-type", Encoded("سفارش " + subject[..1])), ("ce-subject", Encoded(subject)), ("Content-Type", "application/json"),
            ];
            using HttpResponseMessage one = await binary.PostAsync("/v1/cloudevents", "{}"u8.ToArray(), headers);
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(new { specversion = "1.0", id = $"{i}", source = "/s", type = "سفارش " + subject[..1], subject, data = new { } });
            using HttpResponseMessage other = await structured.PostAsync("/v1/cloudevents", json, ("Content-Type", "application/cloudevents+json"));
            Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (one.StatusCode, other.StatusCode));
        }

        Assert.Equal(Events, (await binary.EventsAsync()).Count);
        Assert.Equal((await structured.EventsAsync()).Select(Told), (await binary.EventsAsync()).Select(Told));
    }

    private static (string, string, ObjectRef) Told(LoggedEvent item) => (item.Name, item.Id, Assert.Single(item.Objects));

    /// <summary>Texts of letters of every kind, with what headers treat apart among them.</summary>
    private static IEnumerable<string> Subjects()
    {
        Gen<string> letter = Gen.OneOf(
            Gen.Elements("%", "\"", "\\", " ", "+", ",", ";", "%41", "%%", "é", "ی", "ك", "۱", "\u200C", "😀", "€"), Gen.Choose('!', '~').Select(c => ((char)c).ToString()));
        Gen<string> text = letter.ListOf(12).Select(parts => "s" + string.Concat(parts) + "e");
        return text.Sample(Events, new Rnd(3, 5), Events);
    }

    /// <summary>Section 3.1.3.2 of the HTTP protocol binding.</summary>
    private static string Encoded(string text)
    {
        var header = new StringBuilder();
        foreach (byte unit in Encoding.UTF8.GetBytes(text))
        {
            header.Append(unit is <= 0x20 or >= 0x7F or (byte)'"' or (byte)'%' ? $"%{unit:X2}" : ((char)unit).ToString());
        }

        return header.ToString();
    }
}
