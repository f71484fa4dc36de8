using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>The same story told in order, in any order, and half of it weeks late.</summary>
public sealed class OutOfOrderTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const int Customers = 60;
    private static readonly string[] Steps = ["Order Placed", "Order Paid", "Order Sent", "Order Returned", "Call Made", "Order Completed"];
    private static readonly string[] Views = ["map?detail=100", "variants", "steps", "durations", "trend?by=week", "trend?by=month&calendar=jalali"];

    public static TheoryData<DatabaseProvider, int> Seeds => new()
    {
        { DatabaseProvider.Sqlite, 1 }, { DatabaseProvider.Sqlite, 2 }, { DatabaseProvider.Sqlite, 3 }, { DatabaseProvider.Postgres, 4 }, { DatabaseProvider.Postgres, 5 },
    };

    [SkippableTheory]
    [MemberData(nameof(Seeds))]
    public async Task Case13_Journeys_and_maps_do_not_depend_on_the_order_of_telling(DatabaseProvider provider, int seed)
    {
        CollectSite source = await sites.SourceAsync(provider);
        using HttpClient browser = await (await sites.OnAsync(provider)).AdministratorAsync();
        var random = new Random(seed);
        (string Who, string Name, DateTimeOffset Time)[] story = Story(random);
        (string Who, string Name, DateTimeOffset Time)[] shuffled = [.. story];
        random.Shuffle(shuffled);
        string sorted = $"sorted{seed}", mixed = $"mixed{seed}", late = $"late{seed}";
        await TellAsync(source, sorted, [.. story.OrderBy(e => e.Time)]);
        await TellAsync(source, mixed, shuffled);

        // The later half first and looked at, then what was weeks before.
        int half = story.Length / 2;
        await TellAsync(source, late, [.. story.OrderByDescending(e => e.Time).Take(half)]);
        string[] expected = await ViewsAsync(browser, sorted, story.Length);
        string lateJourney = await DefineAsync(browser, late);
        await ViewsOfAsync(browser, lateJourney, half);
        await TellAsync(source, late, [.. story.OrderByDescending(e => e.Time).Skip(half)]);

        Assert.Equal(expected, await ViewsAsync(browser, mixed, story.Length));
        Assert.Equal(expected, await ViewsOfAsync(browser, lateJourney, story.Length));
    }

    /// <summary>Ways through the steps over weeks; no two events of one customer at the same time.</summary>
    private static (string Who, string Name, DateTimeOffset Time)[] Story(Random random)
    {
        var story = new List<(string, string, DateTimeOffset)>();
        var begin = new DateTimeOffset(2026, 1, 3, 8, 0, 0, TimeSpan.Zero);
        for (int customer = 0; customer < Customers; customer++)
        {
            DateTimeOffset time = begin.AddMinutes(random.Next(60 * 24 * 40));
            int length = random.Next(1, 12);
            for (int step = 0; step < length; step++)
            {
                story.Add(($"c{customer}", Steps[random.Next(Steps.Length)], time));
                time = time.AddSeconds(1 + random.Next(60 * 60 * 24 * 4));
            }
        }

        return [.. story];
    }

    private static async Task TellAsync(CollectSite source, string type, (string Who, string Name, DateTimeOffset Time)[] events)
    {
        int number = 0;
        foreach ((string Who, string Name, DateTimeOffset Time)[] part in events.Chunk(50))
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(part.Select(e => new
            {
                specversion = "1.0", id = $"{e.Who}-{e.Time.Ticks}-{number++}", source = "/" + type, type = e.Name, subject = e.Who, time = e.Time.ToString("O", CultureInfo.InvariantCulture),
            }));
            using HttpResponseMessage answer = await source.PostAsync($"/v1/cloudevents?subject={type}", body, ("Content-Type", "application/cloudevents-batch+json"));
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        Assert.Empty(await source.RefusedAsync());
    }

    private static async Task<string[]> ViewsAsync(HttpClient browser, string type, int events) => await ViewsOfAsync(browser, await DefineAsync(browser, type), events);

    private static async Task<string> DefineAsync(HttpClient browser, string type)
    {
        HttpResponseMessage saved = await browser.PostFormAsync(
            $"/journeys/new?type={type}", "/journeys/save", ("nameEn", "Orders"), ("events", ""), ("startEvents", ""), ("endEvents", ""), ("onePerObject", "false"), ("startsAnew", "false"),
            ("timeoutDays", "3"), ("successEvents", "Order Completed"), ("confounders", ""), ("contactEvents", "Call Made"), ("repeatDays", "7"));
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        string address = saved.Headers.Location!.ToString();
        Assert.EndsWith("?done=saved", address, StringComparison.Ordinal);
        return address.Split('?')[0];
    }

    /// <summary>What the API says of a journey once it has heard of all the events of its objects. What one view has shown no later one forgets.</summary>
    private static async Task<string[]> ViewsOfAsync(HttpClient browser, string journey, int events)
    {
        await CaptureSite.UntilAsync(async () =>
        {
            using JsonDocument map = JsonDocument.Parse(await browser.GetStringAsync($"/api/v1{journey}/{Views[0]}"));
            return map.RootElement.GetProperty("events").GetInt32() == events;
        });
        string[] views = await Task.WhenAll(Views.Select(v => browser.GetStringAsync($"/api/v1{journey}/{v}")));
        return [.. views.Select(v => Same(JsonDocument.Parse(v).RootElement))];
    }

    /// <summary>Lists of things in an order of their own: what counts alike stands in the order in which names were first met.</summary>
    private static string Same(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', item.EnumerateObject().Select(m => m.Name + ":" + Same(m.Value))) + "}",
        JsonValueKind.Array when item.EnumerateArray().All(i => i.ValueKind == JsonValueKind.Object) => "[" + string.Join(',', item.EnumerateArray().Select(Same).Order(StringComparer.Ordinal)) + "]",
        _ => item.GetRawText(),
    };
}
