using System.Net;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Events whose attributes stand in headers, and are SQL.</summary>
public sealed class HostileHeaderTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const string Road = "/v1/cloudevents";

    private static readonly string[] Texts =
    [
        "'", "\"", "\\", "%", "_", "'; DROP TABLE log_event; --", "') UNION SELECT hash FROM capture_keys --", "$.a'||(SELECT 1)||'", "name DESC, (SELECT 1)", "@q", "$1", "{0}", "[a]", "`x`", "-1", "ك'ي",
    ];

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case26_Attributes_in_headers_that_are_SQL_are_stored_as_text_and_known_again(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        for (int round = 0; round < 2; round++)
        {
            foreach (string text in Texts)
            {
                string value = Uri.EscapeDataString(text);
                using HttpResponseMessage answer = await source.PostAsync(
                    Road, """{"a":1}"""u8.ToArray(), ("Content-Type", "application/json"), ("ce-specversion", "1.0"), ("ce-id", value), ("ce-source", "/" + Uri.EscapeDataString(value)),
                    ("ce-type", value), ("ce-subject", value), ("ce-customerid", value), ("ce-channel", value), ("ce-note", value));
                Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"'{text}' answers {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
        }

        // The type of what it concerns stands in the address: a name of a few letters, or none.
        foreach (string text in Texts.Where(text => text is not ("_" or "-1")))
        {
            using HttpResponseMessage answer = await source.PostAsync($"{Road}?subject={Uri.EscapeDataString(text)}", [], ("ce-specversion", "1.0"), ("ce-id", "1"), ("ce-source", "/s"), ("ce-type", "T"), ("ce-subject", "c"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        IReadOnlyList<LoggedEvent> events = await source.EventsAsync();
        Assert.Equal(Texts, events.Select(e => e.Name));
        foreach ((string text, LoggedEvent kept) in Texts.Zip(events))
        {
            Assert.Equal(new ObjectRef("customer", text), kept.Objects[0]);
            Assert.Equal(text, kept.Channel);
            using JsonDocument whole = JsonDocument.Parse(kept.Attributes!);
            Assert.Equal((text, text), (whole.RootElement.GetProperty("note").GetString(), whole.RootElement.GetProperty("id").GetString()));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case26_A_header_that_no_event_can_hold_is_refused_by_name_and_kept(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        (string, string)[] good = [("ce-specversion", "1.0"), ("ce-id", "1"), ("ce-source", "/s"), ("ce-type", "T"), ("ce-subject", "c"), ("ce-customerid", "c"), ("ce-channel", "web"), ("ce-unit", "n1")];
        string[] bad = ["%00", "a%00b", "%1B[31m", "%C0%AF", "%ED%A0%80", "%0D%0Ace-id:%202"];
        foreach ((string name, _) in good)
        {
            foreach (string value in bad)
            {
                using HttpResponseMessage answer = await source.PostAsync(Road, """{"a":1}"""u8.ToArray(), [("Content-Type", "application/json"), .. good.Where(h => h.Item1 != name), (name, value)]);
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                Assert.Contains(value.Contains("%00", StringComparison.Ordinal) ? "NUL" : name["ce-".Length..], await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }

        IReadOnlyList<Refused> refused = await source.RefusedAsync();
        Assert.Equal(good.Length * bad.Length, refused.Count);
        Assert.All(refused, r => Assert.True(r.Reason is RefusalReason.BadAttribute or RefusalReason.BadContent, $"{r.Reason}"));
        Assert.Empty(await source.EventsAsync());
    }
}
