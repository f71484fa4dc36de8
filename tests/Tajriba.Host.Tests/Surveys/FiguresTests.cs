using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Surveys;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Surveys;

/// <summary>Figures over all answers, raw and weighted, and what surveys are called.</summary>
public sealed class FiguresTests
{
    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Weights_bring_the_answers_to_the_populations_shares(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        await site.PublishAsync("after-visit", Definitions.Nps);
        Assert.Null(await site.Editor.SettleAsync("after-visit", new("After visit"), "service", [], Margins("context.segment: premium = 20, standard = 80")));

        // 60 premium customers promote, 40 standard ones do not; of the population 20% are premium.
        await site.Site.Log.AppendAsync([.. Enumerable.Range(0, 100).Select(i => Told(i, i < 60 ? 10 : 0, i < 60 ? "premium" : "standard"))]);
        await site.Site.Log.AppendAsync([.. Enumerable.Range(100, 5).Select(i => Told(i, 5, "unheard-of"))]);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        var figures = await FiguresAsync(site);
        Assert.Equal((105, 100), (figures.Count, figures.Weighted));
        Assert.Equal(100 * (60 - 45) / 105.0, figures.Questions[0].NetPromoter!.Value.Value, 6);
        var weighted = figures.Questions[0].WeightedNetPromoter!.Value;
        Assert.Equal(-60, weighted.Value, 6);

        // Kish: n Σw² / (Σw)² with weights 1/3 and 2.
        Assert.Equal(100 * ((60 / 9.0) + (40 * 4)) / 10_000, figures.DesignEffect, 6);
        Assert.Equal(100 / figures.DesignEffect, figures.Questions[0].EffectiveSize, 6);
        Assert.True(weighted.Contains(-60) && weighted.Width > figures.Questions[0].NetPromoter!.Value.Width * 0.9);

        Assert.Null(await site.Editor.SettleAsync("after-visit", new("After visit"), "service", [], Margins("context.segment: premium = 20, standard = 70, gold = 10")));
        Assert.Equal("gold", (await FiguresAsync(site)).Unweighted);
        Assert.Null(await site.Editor.SettleAsync("after-visit", new("After visit"), "service", [], Margins("context.segment: premium = 20, standard = 80\nunit: n1 = 1, s1 = 3")));
        figures = await FiguresAsync(site);
        Assert.Null(figures.Unweighted);
        Assert.Equal(-60, figures.Questions[0].WeightedNetPromoter!.Value.Value, 6);
        using var house = await site.Site.AdministratorAsync();
        Assert.Contains("weighted −60", (await house.PageAsync("/surveys/after-visit/results")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_counts_however_many_there_are_and_those_that_come_later()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        for (var part = 0; part < 5; part++)
        {
            await site.Site.Log.AppendAsync([.. Enumerable.Range(part * 5_000, 5_000).Select(i => Told(i, i % 11, "x", i % 100 == 0 ? "speeding" : null))]);
        }

        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        var figures = await FiguresAsync(site);
        Assert.Equal((25_000, 25_000, 250), (figures.Count, figures.Questions[0].Answered, figures.Flags["speeding"]));
        Assert.Equal(25_000, figures.Questions[0].Choices.Sum(c => c.Count));
        Assert.Equal(24_750, (await FiguresAsync(site, new() { SurveyKey = "after-visit", Quality = ResponseFilter.Sound })).Count);
        Assert.Equal(250, (await FiguresAsync(site, new() { SurveyKey = "after-visit", Quality = "speeding" })).Count);
        await site.Site.Log.AppendAsync([Told(25_000, 3, "x")]);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        Assert.Equal(25_001, (await FiguresAsync(site)).Count);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().RebuildAsync("surveys.responses");
        Assert.Equal(25_001, (await FiguresAsync(site)).Count);

        using var house = await site.Site.AdministratorAsync();
        Assert.Contains("25,001", (await house.PageAsync("/surveys/after-visit/results")).QuerySelector(".stats")!.TextContent, StringComparison.Ordinal);
        var last = await house.PageAsync("/surveys/after-visit/responses?question=nps&value=3&page=46");
        Assert.Equal(24, last.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(25_002, (await house.GetStringAsync("/surveys/after-visit/responses.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("context.segment premium = 20, standard = 80")]
    [InlineData("context.segment: premium = 20")]
    [InlineData("context.segment: premium = 20, premium = 80")]
    [InlineData("context.segment: premium = x, standard = 80")]
    [InlineData("context.segment: premium = -1, standard = 80")]
    [InlineData("password: a = 1, b = 2")]
    [InlineData("unit: a = 1, b = 2\nchannel: a = 1, b = 2\nmode: a = 1, b = 2")]
    [InlineData("unit: a = 1, b = 2\nunit: a = 1, b = 2")]
    public void Shares_that_cannot_be_read_are_refused_by_line(string text)
    {
        Assert.Null(MarginText.Parse(text, Number, out var bad));
        Assert.Contains(bad, text.Split('\n'));
    }

    [Fact]
    public void Shares_are_written_as_they_are_read()
        => Assert.Equal("unit: n1 = 20, s1 = 80.5", MarginText.Write(Margins("unit:  n1=20% ، s1 = 80.5")));

    [Fact]
    public async Task A_survey_is_called_by_its_definition_and_in_the_readers_language()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        Assert.Null(await site.Editor.CreateAsync("visit", null, "service", Definitions.Nps));
        var survey = (await site.Store.FindAsync("visit"))!;
        Assert.Equal(("Your visit", "مراجعهٔ شما", "Your visit"), (survey.Title, survey.TitleIn("fa"), survey.TitleIn("ar")));
        using var house = await site.Site.AdministratorAsync();
        house.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fa");
        Assert.Contains("مراجعهٔ شما", (await house.PageAsync("/surveys")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.IsType<SurveyError.BadTitle>(await site.Editor.CreateAsync("untitled", null, "service", """{"elements":[{"type":"text","name":"a"}]}"""));
    }

    [Fact]
    public async Task A_definition_is_uploaded_as_a_file_and_its_faults_are_told_in_words()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        using var house = await site.Site.AdministratorAsync();
        using var made = await UploadAsync(house, "/surveys/new", "form[enctype]", Definitions.TwoPages, ("title", ""), ("key", "uploaded"), ("topic", "service"), ("template", "nps"));
        Assert.Equal(HttpStatusCode.Found, made.StatusCode);
        Assert.Equal("پس از خدمت", (await site.Store.FindAsync("uploaded"))!.TitleIn("fa"));

        using var taken = await UploadAsync(house, "/surveys/after-visit", "form[enctype]", Definitions.TwoPages);
        Assert.Equal(HttpStatusCode.Found, taken.StatusCode);
        Assert.Equal(Definitions.TwoPages, (await site.Store.FindAsync("after-visit"))!.Draft);
        house.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fa");
        using var refused = await UploadAsync(house, "/surveys/after-visit", "form[enctype]", """{"elements":[{"type":"nonsense","name":"a"}]}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var text = await refused.Content.ReadAsStringAsync();
        Assert.DoesNotContain("UnknownType", text, StringComparison.Ordinal);
        Assert.Contains("$.elements[0].type", text, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient house, string path, string form, string definition, params (string Name, string Value)[] fields)
    {
        var page = await house.PageAsync(path);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(definition)), "file", "definition.json" } };
        foreach (var hidden in page.QuerySelector(form)!.QuerySelectorAll("input[type=hidden]"))
        {
            content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return await house.PostAsync(path, content);
    }

    private static async Task<SurveyFigures> FiguresAsync(SurveySite site, ResponseFilter? filter = null)
        => (await site.Site.Services.GetRequiredService<ResultsReader>().ReadAsync((await site.Store.FindAsync("after-visit"))!, filter ?? new() { SurveyKey = "after-visit" }, "en"))!;

    private static IReadOnlyList<Margin> Margins(string text) => MarginText.Parse(text, Number, out _)!;

    private static double? Number(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static NewEvent Told(int number, int score, string segment, string? flag = null) => new()
    {
        Source = "elsewhere",
        Id = "told-" + number,
        Name = "Survey Answered",
        Time = DateTimeOffset.Parse("2026-10-01T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture).AddSeconds(number),
        Objects = [new("customer", "c" + number), new("survey", "after-visit")],
        Unit = number % 4 == 0 ? "n1" : "s1",
        Attributes = $$$"""{"survey":"after-visit","version":1,"language":"fa","seconds":40,"answers":{"nps":{{{score}}}},"scores":{"nps":{{{score}}}},"quality":[{{{(flag is null ? "" : '"' + flag + '"')}}}],"context":{"segment":"{{{segment}}}"}}""",
    };
}
