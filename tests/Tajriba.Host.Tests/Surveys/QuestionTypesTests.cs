using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Surveys;

/// <summary>Every kind of question is shown, answered and kept without a script.</summary>
public sealed class QuestionTypesTests
{
    private const string Picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    public static TheoryData<string, string, string> Kinds => new()
    {
        { """{"type":"boolean","name":"q"}""", "q:q=true", "true" },
        { """{"type":"boolean","name":"q","valueTrue":"ja","valueFalse":"nein"}""", "q:q=false", "\"nein\"" },
        { """{"type":"rating","name":"q"}""", "q:q=4", "4" },
        { """{"type":"rating","name":"q","rateMin":0,"rateMax":10}""", "q:q=0", "0" },
        { """{"type":"rating","name":"q","rateValues":[{"value":"bad","text":"Bad"},{"value":"good","text":"Good"}]}""", "q:q=good", "\"good\"" },
        { """{"type":"radiogroup","name":"q","choices":["a","b"]}""", "q:q=b", "\"b\"" },
        { """{"type":"radiogroup","name":"q","choices":["a",7],"showOtherItem":true}""", "q:q=7", "7" },
        { """{"type":"dropdown","name":"q","choices":["a","b"]}""", "q:q=a", "\"a\"" },
        { """{"type":"checkbox","name":"q","choices":["a","b","c"]}""", "q:q=a&q:q=c", """["a","c"]""" },
        { """{"type":"tagbox","name":"q","choices":[1,2,3]}""", "q:q=2&q:q=3", "[2,3]" },
        { """{"type":"imagepicker","name":"q","choices":[{"value":"x","imageLink":"PIC"},{"value":"y","imageLink":"PIC"}],"showLabel":true}""", "q:q=y", "\"y\"" },
        { """{"type":"imagepicker","name":"q","multiSelect":true,"choices":[{"value":"x","imageLink":"PIC"},{"value":"y","imageLink":"PIC"}]}""", "q:q=x&q:q=y", """["x","y"]""" },
        { """{"type":"ranking","name":"q","choices":["a","b","c"]}""", "q[a]:q=2&q[b]:q=1&q[c]:q=3", """["b","a","c"]""" },
        { """{"type":"slider","name":"q"}""", "q:q=۴۰", "40" },
        { """{"type":"slider","name":"q","sliderType":"range"}""", "q[From]:q=10&q[To]:q=20.5", "[10,20.5]" },
        { """{"type":"text","name":"q"}""", "q:q=  short\ntext ", "\"short text\"" },
        { """{"type":"text","inputType":"number","name":"q"}""", "q:q=۱۲٬۵۰۰", "12500" },
        { """{"type":"text","inputType":"email","name":"q"}""", "q:q=a@b.example", "\"a@b.example\"" },
        { """{"type":"text","inputType":"tel","name":"q"}""", "q:q=۰۹۱۲", "\"0912\"" },
        { """{"type":"text","inputType":"url","name":"q"}""", "q:q=https://a.example", "\"https://a.example\"" },
        { """{"type":"text","inputType":"date","name":"q"}""", "q:q=2026-11-22", "\"2026-11-22\"" },
        { """{"type":"text","inputType":"datetime-local","name":"q"}""", "q:q=2026-11-22T14:05", "\"2026-11-22T14:05\"" },
        { """{"type":"text","inputType":"time","name":"q"}""", "q:q=14:05", "\"14:05\"" },
        { """{"type":"text","inputType":"month","name":"q"}""", "q:q=2026-11", "\"2026-11\"" },
        { """{"type":"comment","name":"q"}""", "q:q=one\r\ntwo", "\"one\\ntwo\"" },
        { """{"type":"multipletext","name":"q","items":[{"name":"first","title":"First"},{"name":"last","title":"Last"}]}""", "q:q.first=Leila&q:q.last=Karimi", """{"first":"Leila","last":"Karimi"}""" },
        { """{"type":"matrix","name":"q","columns":[1,2,3],"rows":["desk","shop"]}""", "q[desk]:q=3&q[shop]:q=1", """{"desk":3,"shop":1}""" },
        { """{"type":"matrixdropdown","name":"q","columns":[{"name":"price","cellType":"rating"},{"name":"words","cellType":"text"}],"rows":["tea","milk"]}""", "q:q[tea].price=4&q:q[milk].words=fresh", """{"tea":{"price":4},"milk":{"words":"fresh"}}""" },
        { """{"type":"matrixdynamic","name":"q","rowCount":2,"columns":[{"name":"who","cellType":"text"},{"name":"kind","cellType":"dropdown","choices":["child","adult"]}]}""", "q:q[0].who=Sara&q:q[0].kind=child&q:q[1].who=Reza&q:q[1].kind=adult", """[{"who":"Sara","kind":"child"},{"who":"Reza","kind":"adult"}]""" },
        { """{"type":"paneldynamic","name":"q","panelCount":1,"templateElements":[{"type":"text","name":"car"},{"type":"boolean","name":"new"}]}""", "q:q[0].car=Tondar&q:q[0].new=true", """[{"car":"Tondar","new":true}]""" },
        { """{"type":"panel","name":"p","elements":[{"type":"text","name":"q"}]}""", "q:q=inside", "\"inside\"" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kind_is_answered_and_read_back(string element, string posted, string kept)
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("kind", $$"""{"pages":[{"elements":[{{element.Replace("PIC", Picture, StringComparison.Ordinal)}}]},{"elements":[{"type":"comment","name":"end"}]}]}""");
        using var browser = site.Browser();
        var path = await site.OpenPathAsync(survey);
        var page = await SurveySite.PageAsync(browser, path);
        (string, string)[] fields = [.. posted.Split('&').Select(f => (f[..f.IndexOf('=', StringComparison.Ordinal)], f[(f.IndexOf('=', StringComparison.Ordinal) + 1)..]))];
        Assert.All(fields, f => Assert.True(page.QuerySelectorAll("input, select, textarea").Any(c => c.GetAttribute("name") == f.Item1), $"There is no field {f.Item1} in {page.QuerySelector("form")!.OuterHtml}"));
        Assert.All(page.QuerySelectorAll("form input:not([type=hidden]), form textarea, form select"), c => Assert.True(c.Closest("label") is not null || page.QuerySelector($"label[for='{c.Id}']") is not null, $"No label: {c.OuterHtml}"));
        var (second, at) = await SurveySite.GoAsync(browser, path, page, "next", fields);
        Assert.NotNull(second.QuerySelector("textarea[name='q:end']"));

        // What was answered stands there when one goes back.
        var (back, before) = await SurveySite.GoAsync(browser, at, second, "back");
        (string, string)[] again = [.. Held(back)];
        var (forth, then) = await SurveySite.GoAsync(browser, before, back, "next", again);
        await SurveySite.GoAsync(browser, then, forth, "next");
        using var told = JsonDocument.Parse(Assert.Single(await site.AnsweredAsync()).Attributes!);
        Assert.Equal(kept, told.RootElement.GetProperty("answers").GetProperty("q").GetRawText());
    }

    [Theory]
    [InlineData("paneldynamic", """{"type":"paneldynamic","name":"q","title":"Cars","panelCount":1,"maxPanelCount":3,"templateElements":[{"type":"text","name":"car","isRequired":true}]}""")]
    [InlineData("matrixdynamic", """{"type":"matrixdynamic","name":"q","title":"Cars","rowCount":1,"maxRowCount":3,"columns":[{"name":"car","cellType":"text","isRequired":true}]}""")]
    public async Task Entries_are_added_and_taken_away_by_buttons(string kind, string element)
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync(kind, $$"""{"elements":[{{element}}]}""");
        using var browser = site.Browser();
        var path = await site.OpenPathAsync(survey);
        var page = await SurveySite.PageAsync(browser, path);
        (page, path) = await SurveySite.GoAsync(browser, path, page, "add:q", ("q:q[0].car", "one"));
        (page, path) = await SurveySite.GoAsync(browser, path, page, "add:q", ("q:q[0].car", "one"), ("q:q[1].car", "two"));
        Assert.Null(page.QuerySelector("button[value='add:q']"));
        Assert.Equal(3, page.QuerySelectorAll("fieldset.entry").Length);
        (page, path) = await SurveySite.GoAsync(browser, path, page, "remove:1:q", ("q:q[0].car", "one"), ("q:q[1].car", "two"), ("q:q[2].car", "three"));
        Assert.Equal(["one", "three"], page.QuerySelectorAll<IHtmlInputElement>("fieldset.entry input").Select(i => i.Value));
        var (wrong, _) = await SurveySite.GoAsync(browser, path, page, "next", ("q:q[0].car", "one"), ("q:q[1].car", ""));
        Assert.NotNull(wrong.QuerySelector(".faults a"));
        await SurveySite.GoAsync(browser, path, wrong, "next", ("q:q[0].car", "one"), ("q:q[1].car", "three"));
        Assert.Contains("""[{"car":"one"},{"car":"three"}]""", Assert.Single(await site.AnsweredAsync()).Attributes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expressions_html_and_pictures_are_shown()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("shown", $$"""
            {"pages":[{"elements":[{"type":"text","inputType":"number","name":"a"},{"type":"text","inputType":"number","name":"b"}]},
             {"elements":[{"type":"expression","name":"sum","title":"Sum","expression":"{a} + {b}"},{"type":"html","name":"h","html":"<h3>Said</h3><p>{a} and {b}</p>"},
              {"type":"image","name":"i","imageLink":"{{Picture}}","altText":"A dot"}]}]}
            """);
        using var browser = site.Browser();
        var path = await site.OpenPathAsync(survey);
        var (second, at) = await SurveySite.GoAsync(browser, path, await SurveySite.PageAsync(browser, path), "next", ("q:a", "2"), ("q:b", "3"));
        Assert.Equal("5", second.QuerySelector("output")!.TextContent);
        Assert.Equal("2 and 3", second.QuerySelector(".prose p")!.TextContent);
        Assert.Equal("A dot", second.QuerySelector("img")!.GetAttribute("alt"));
        await SurveySite.GoAsync(browser, at, second, "next");
        Assert.Contains("\"sum\":5", Assert.Single(await site.AnsweredAsync()).Attributes, StringComparison.Ordinal);
    }

    /// <summary>What a browser sends of a form as it stands.</summary>
    private static IEnumerable<(string, string)> Held(IDocument page)
    {
        foreach (var control in page.QuerySelectorAll("form input:not([type=hidden]), form select, form textarea"))
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } pick when pick.IsChecked:
                    yield return (pick.Name!, pick.Value);
                    break;
                case IHtmlInputElement { Type: not ("radio" or "checkbox") } input:
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return (select.Name!, select.Value ?? "");
                    break;
                case IHtmlTextAreaElement area:
                    yield return (area.Name!, area.Value);
                    break;
            }
        }
    }
}
