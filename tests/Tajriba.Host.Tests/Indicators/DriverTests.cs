using System.Globalization;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;

namespace Tajriba.Host.Tests.Indicators;

public sealed class DriverTests
{
    [Fact]
    public async Task The_attribute_that_drives_is_weighed_above_the_one_that_does_not()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        var dice = new Random(4);
        await site.Log.AppendAsync([.. Enumerable.Range(0, 300).Select(i => Answer(i, dice))]);
        await using (AsyncServiceScope scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IndicatorStore>().AddAsync([IndicatorTemplates.Find("nps")!]);
        }

        using HttpClient browser = await site.AdministratorAsync();
        IDocument page = await browser.PageAsync("/indicators/nps/drivers?from=2026-03-01&to=2026-03-31&rise=20");
        IElement[] weights = [.. page.QuerySelectorAll("table").Single(t => t.TextContent.Contains("LMG", StringComparison.Ordinal)).QuerySelectorAll("tbody tr")];
        Assert.Equal(["Speed", "Staff"], weights.Select(r => r.QuerySelector("th")!.TextContent.Trim()));
        Assert.Contains("May be nothing", weights[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("May be nothing", weights[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Must be", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("SERVQUAL", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("does not prove a cause", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not enough data", (await browser.PageAsync("/indicators/nps/drivers?from=2026-01-01&to=2026-01-31")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static NewEvent Answer(int number, Random dice)
    {
        double speed = dice.Next(0, 101), staff = dice.Next(0, 101);
        var nps = Math.Clamp((int)Math.Round((speed / 10) + (dice.NextDouble() * 4) - 2), 0, 10);
        return new NewEvent
        {
            Source = "test",
            Id = "answer-" + number,
            Name = "Survey Answered",
            Time = new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero).AddMinutes(number),
            Unit = "n1",
            Objects = [new("customer", "c" + number)],
            Attributes = string.Create(CultureInfo.InvariantCulture, $$"""
                {"scores":{"nps":{{nps}},"csi.speed":{{speed}},"csi.staff":{{staff}},"servqual.reliability":{{-1 - (number % 2)}} },"kano":{"speed":"M"} }
                """),
        };
    }
}
