namespace Tajriba.Browser.Tests;

/// <summary>What every page of the navigation owes its reader, in each language.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class EveryPageTests(DemoSite site)
{
    public static TheoryData<string> Languages => ["en", "fa", "ar"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pages_speak_the_language_are_accessible_and_log_no_error(string language)
    {
        var visits = await site.VisitsAsync(language);
        Assert.NotEmpty(visits);
        Assert.Empty(visits.SelectMany(visit => visit.Problems.Select(problem => $"{visit.Path}: {problem}")));
    }
}
