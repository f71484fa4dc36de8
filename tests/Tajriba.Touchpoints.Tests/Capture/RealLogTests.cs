using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Import;

namespace Tajriba.Touchpoints.Tests.Capture;

public sealed class RealLogTests
{
    [SkippableTheory]
    [InlineData("bpic2012.xes.gz", "bpic2012")]
    [InlineData("bpic2012.csv.gz", "bpic2012")]
    [InlineData("road_traffic.xes.gz", "road_traffic")]
    public async Task Counts_equal_the_oracle(string file, string oracle)
    {
        using JsonDocument expected = JsonDocument.Parse(System.IO.File.ReadAllText(Checkout.Shared("oracles", "journeys", oracle + ".json")));
        await using Desk desk = await Desk.OpenAsync();
        ImportRecord done = await desk.ImportAsync(Checkout.Shared("data", "journeys", file));
        Assert.Equal((expected.RootElement.GetProperty("events").GetInt64(), 0L), (done.Added, done.Rejected));
        var counts = new Dictionary<int, long>();
        var cases = new HashSet<long>();
        int type = desk.Log.Names.FindObjectType("case");
        desk.Log.Scan(0, (in CodedEvent item) =>
        {
            counts[item.Name] = counts.GetValueOrDefault(item.Name) + 1;
            cases.Add(item.Objects[item.ObjectTypes.IndexOf(type)]);
        });
        Assert.Equal(expected.RootElement.GetProperty("cases").GetInt64(), cases.Count);
        Assert.Equal(
            expected.RootElement.GetProperty("activity_counts").EnumerateArray().Select(a => (a[0].GetString(), a[1].GetInt64())),
            counts.Select(c => ((string?)desk.Log.Names.EventName(c.Key), c.Value)).OrderByDescending(c => c.Value).ThenBy(c => c.Item1, StringComparer.Ordinal));
    }
}
