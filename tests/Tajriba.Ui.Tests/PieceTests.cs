using Microsoft.AspNetCore.Components;
using Tajriba.Ui.Drawings;
using Tajriba.Ui.Pieces;

namespace Tajriba.Ui.Tests;

public sealed class PieceTests
{
    [Fact]
    public async Task A_table_sorts_and_pages_through_its_address()
    {
        var page = await Table("/list?sort=-n&channel=web&page=2");

        var heads = page.QuerySelectorAll("thead th");
        Assert.Equal("descending", heads[1].GetAttribute("aria-sort"));
        Assert.Equal("/list?channel=web&sort=n", heads[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("/list?channel=web&sort=name", heads[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("/list?sort=-n&channel=web", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/list?sort=-n&channel=web&page=3", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Contains("3–4 of 7", page.QuerySelector(".pager")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_names_its_rows_and_encodes_what_people_wrote()
    {
        var page = await Table("/list");

        Assert.Equal(["<b>Omar</b>", "سارا"], page.QuerySelectorAll("tbody th[scope=row]").Select(h => h.TextContent));
        Assert.Empty(page.QuerySelectorAll("tbody b"));
        Assert.Equal("names", page.QuerySelector("caption")!.TextContent);
    }

    [Fact]
    public async Task An_empty_table_says_what_will_stand_there()
    {
        var page = await Rendered.AsDocument<DataTable<int>>(new()
        {
            ["Items"] = Array.Empty<int>(),
            ["Caption"] = "numbers",
            ["Columns"] = Rendered.Text(""),
            ["Empty"] = Rendered.Text("Nothing yet"),
        });
        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.Contains("Nothing yet", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "tone-good")]
    [InlineData(false, "tone-neutral")]
    public async Task A_change_that_is_not_real_is_grey(bool real, string tone)
    {
        var page = await Rendered.AsDocument<Stat>(new() { ["Label"] = "CSAT", ["Value"] = "74%", ["Change"] = "+3", ["ChangeIsReal"] = real, ["Tone"] = Tone.Good });
        Assert.Contains(tone, page.QuerySelector(".stat-change")!.ClassList);
    }

    [Theory]
    [InlineData("/x?done=saved&tab=2", 1)]
    [InlineData("/x?done=other", 0)]
    [InlineData("/x", 0)]
    public async Task A_flash_stands_only_after_what_it_tells_of(string path, int count)
    {
        var page = await Rendered.AsDocument<Flash>(new() { ["Key"] = "saved", ["Message"] = "Saved", ["UndoAction"] = "/x/undo", ["UndoValues"] = new (string, string?)[] { ("id", "7") } }, path: path);
        Assert.Equal(count, page.QuerySelectorAll("[role=status]").Length);
        Assert.Equal(count, page.QuerySelectorAll("form[action='/x/undo'] input[name=id][value='7']").Length);
        if (count == 1)
        {
            Assert.Equal("/x?tab=2", page.QuerySelector("a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task A_field_ties_its_label_and_error_to_its_control()
    {
        var page = await Rendered.AsDocument<TextInput>(new() { ["Label"] = "Name", ["Name"] = "name", ["Error"] = "Say a name.", ["Required"] = true });
        var input = page.QuerySelector("input")!;
        Assert.Equal(input.Id, page.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Say a name.", page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_filter_keeps_the_sort_and_drops_the_page()
    {
        var page = await Rendered.AsDocument<FilterBar>(new() { ["ChildContent"] = Rendered.Text("") }, path: "/list?sort=-n&page=4");
        Assert.Equal("/list", page.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal("-n", page.QuerySelector("input[name=sort]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("input[name=page]"));
    }

    [Fact]
    public async Task A_sparkline_breaks_where_nothing_was_measured()
    {
        var page = await Rendered.AsDocument<Sparkline>(new() { ["Values"] = new double?[] { 1, 2, null, 3, 2 }, ["Label"] = "trend" });
        Assert.Equal(2, page.QuerySelector(".sparkline-line")!.GetAttribute("d")!.Count(c => c == 'M'));
        Assert.Null(page.QuerySelector(".sparkline-band"));
    }

    [Fact]
    public async Task A_map_carries_its_passages_without_scripts_and_lets_no_markup_through()
    {
        var map = new ProcessMapData(
            [new MapNode("a", "</script><b>", 3) { Kind = MapNodeKind.Start }, new MapNode("b", "پرداخت", 3)],
            [new MapEdge("a", "b", "۳", 3, 3, "?edge=ab")]);
        var page = await Rendered.AsDocument<ProcessMap>(new() { ["Map"] = map, ["Label"] = "map" }, Readers.Persian);
        Assert.Equal("?edge=ab", page.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Contains("پرداخت", page.QuerySelector("script")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("<", page.QuerySelector("script")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.Equal("بزرگ‌تر", System.Text.Json.JsonDocument.Parse(page.QuerySelector("script")!.TextContent).RootElement.GetProperty("labels").GetProperty("zoomIn").GetString());
    }

    [Fact]
    public async Task A_chart_carries_its_figures_as_a_table()
    {
        var data = new ChartData(ChartKind.Line, ["Jan", "Feb"], [new ChartSeries("CSAT", [0.5, null]) { Low = [0.4, null], High = [0.6, null] }]) { Percent = true, Decimals = 0 };
        var page = await Rendered.AsDocument<Chart>(new() { ["Data"] = data, ["Label"] = "trend" });
        Assert.Equal(["50% (40–60)", "–"], page.QuerySelectorAll("td.num").Select(c => c.TextContent.Trim()));
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> Table(string path) => Rendered.AsDocument<DataTable<(string Name, int Count)>>(
        new()
        {
            ["Items"] = new (string Name, int Count)[] { ("<b>Omar</b>", 2), ("سارا", 1) },
            ["Caption"] = "names",
            ["Page"] = 2,
            ["PageSize"] = 2,
            ["Total"] = 7L,
            ["Columns"] = (RenderFragment)(builder =>
            {
                AddColumn(builder, "Name", "name", row => row.Name, heading: true);
                AddColumn(builder, "Count", "n", row => row.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), heading: false);
            }),
        },
        path: path);

    private static void AddColumn(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder, string title, string sort, Func<(string Name, int Count), string> text, bool heading)
    {
        builder.OpenComponent<Column<(string Name, int Count)>>(0);
        builder.AddAttribute(1, "Title", title);
        builder.AddAttribute(2, "Sort", sort);
        builder.AddAttribute(3, "Heading", heading);
        builder.AddAttribute(4, "ChildContent", (RenderFragment<(string Name, int Count)>)(row => Rendered.Text(text(row))));
        builder.CloseComponent();
    }
}
