using System.Net;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture;

/// <summary>Customers in the command palette, over HTTP as the palette asks.</summary>
public sealed class FindCustomerTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Customers_are_found_in_any_spelling_by_those_who_may_see_them(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await site.Log.AppendAsync([Event(1, "يك-۱۲۳", "n1"), Event(2, "یک-124", "s1"), Event(3, "K_77%", "s1")]);
        using HttpClient administrator = await site.CallerAsync();
        await CaptureSite.UntilAsync(async () => (await FoundAsync(administrator, "k_77")).Count == 1);
        Assert.Equal(["یک-124", "يك-۱۲۳"], (await FoundAsync(administrator, "یک-۱۲")).Select(f => f.Title));
        Assert.Equal(["يك-۱۲۳"], (await FoundAsync(administrator, " يك 123 ")).Select(f => f.Title));
        Assert.Empty(await FoundAsync(administrator, "%"));
        string href = Assert.Single(await FoundAsync(administrator, "K_77%")).Href;
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(href)).StatusCode);

        using HttpClient agent = await site.CallerAsync(BuiltInRoles.Agent, "n1");
        Assert.Equal(["يك-۱۲۳"], (await FoundAsync(agent, "یک")).Select(f => f.Title));
        Assert.Empty(await FoundAsync(agent, "k"));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync(href)).StatusCode);
        using HttpClient nobody = site.CreateClient();
        Assert.Empty(await FoundAsync(nobody, "یک"));
    }

    private static async Task<List<(string Title, string Href)>> FoundAsync(HttpClient caller, string query)
    {
        using JsonDocument found = JsonDocument.Parse(await caller.GetStringAsync("/find.json?q=" + Uri.EscapeDataString(query)));
        return [.. found.RootElement.EnumerateArray()
            .Select(f => (Title: f.GetProperty("title").GetString()!, Href: f.GetProperty("href").GetString()!))
            .Where(f => f.Href.StartsWith("/customers/", StringComparison.Ordinal))];
    }

    private static NewEvent Event(int day, string customer, string unit) => new()
    {
        Source = "test", Id = $"{day}", Name = "A", Time = DateTimeOffset.UnixEpoch.AddDays(day), Objects = [new("customer", customer)], Unit = unit,
    };
}
