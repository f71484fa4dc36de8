namespace Tajriba.Browser.Tests;

/// <summary>What a first visit costs: bytes on the wire, nothing cached.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class WeightTests(DemoSite site)
{
    private const long Plain = 150 * 1024;
    private const long WithDrawings = 300 * 1024;

    [Fact]
    public async Task A_cold_visit_weighs_no_more_than_its_budget()
    {
        var visits = await site.VisitsAsync(VisitingWindow.Whole);
        Assert.NotEmpty(visits);
        Assert.Empty(visits.Where(visit => visit.Bytes is 0 || visit.Bytes > (visit.IsDrawn ? WithDrawings : Plain)).Select(visit => $"{visit.Path}: {visit.Bytes / 1024} KB{(visit.IsDrawn ? " with drawings" : "")}"));
    }
}
