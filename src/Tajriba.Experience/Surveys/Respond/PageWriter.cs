using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Writes whole pages for respondents: one small style sheet, one small script that nothing depends on, no address and no name.</summary>
public sealed class PageWriter
{
    private readonly IStringLocalizer words;
    private readonly RespondAssets assets;
    private readonly TimeProvider clock;

    internal PageWriter(IStringLocalizer<RespondTexts> words, RespondAssets assets, TimeProvider clock)
    {
        this.words = words;
        this.assets = assets;
        this.clock = clock;
    }

    /// <summary>A page of questions.</summary>
    internal string Questions(Sheet sheet, Published published, PageState state)
    {
        var html = new Markup();
        var run = sheet.Run;
        var title = run.Title.Length > 0 ? run.Title : words["Survey"].Value;
        Head(html, sheet.Language, sheet.Faults.Count > 0 ? $"{words["FaultPrefix"]}: {title}" : title, state.Manner, state.ResetPath);
        Switch(html, published.Languages, sheet.Language, state.LinkIn);
        var pages = run.Pages;
        var at = Math.Max(0, pages.ToList().IndexOf(sheet.Page));
        html.Raw("<main>");
        if (state.IsTest)
        {
            html.Element("p", words["TestNote"], "test");
        }

        html.Element("h1", title);
        if (at == 0 && run.Description.Length > 0)
        {
            html.Raw("<p class=\"lead\" dir=\"auto\">").Text(run.Description).Raw("</p>");
        }

        if (pages.Count > 1)
        {
            var text = words["Progress", sheet.Show.Count(at + 1), sheet.Show.Count(pages.Count)].Value;
            html.Raw("<div class=\"progress\"><progress").Attribute("max", pages.Count).Attribute("value", at).Attribute("aria-label", text).Raw("></progress>").Element("span", text).Raw("</div>");
        }

        // Written first and put in later: what is wrong is told before the questions, and links to their ids.
        var body = new Markup();
        new QuestionWriter(body, sheet).WriteAll(sheet.Page.Elements);
        Faults(html, sheet);
        if (sheet.Page.Title.Length > 0)
        {
            html.Raw("<h2 dir=\"auto\">").Text(sheet.Page.Title).Raw("</h2>");
        }

        if (sheet.Page.Description.Length > 0)
        {
            html.Raw("<p class=\"hint\" dir=\"auto\">").Text(sheet.Page.Description).Raw("</p>");
        }

        html.Raw("<form method=\"post\" novalidate").Flag("data-live", state.DependsOnItself).Raw(">");
        Hidden(html, Fields.Version, published.Version);
        Hidden(html, Fields.Page, state.PageNumber);
        Hidden(html, Fields.Began, state.ShownAt.ToUnixTimeSeconds());
        html.Raw("<input type=\"hidden\"").Attribute("name", Fields.Shown).Attribute("value", string.Join('\n', sheet.Shown)).Raw(">");
        if (state.Run is { } token)
        {
            html.Raw("<input type=\"hidden\"").Attribute("name", Fields.Run).Attribute("value", token).Raw(">");
        }

        html.Raw(body.ToString()).Raw("<div class=\"buttons\"><button class=\"main\" name=\"go\" value=\"next\">").Text(words[at == pages.Count - 1 ? "Send" : "Next"]).Raw("</button>");
        if (at > 0)
        {
            html.Raw("<button name=\"go\" value=\"back\" formnovalidate>").Text(words["Back"]).Raw("</button>");
        }

        html.Raw("</div></form></main><footer>");
        html.Element("p", words[state.Manner == Manner.Personal ? "PersonalNote" : "AnonymousNote"]);
        if (pages.Count > 1 && state.Manner is Manner.Open or Manner.Personal)
        {
            html.Element("p", words["KeptNote"]);
        }

        return html.Raw("</footer></body></html>").ToString();
    }

    /// <summary>A page that says one thing.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="what">Begin of the keys of its title and text.</param>
    /// <param name="clean">HTML that stands in place of the text, cleaned already.</param>
    /// <param name="resetPath">Where a kiosk goes by itself after some seconds.</param>
    internal string Message(string language, string what, string? clean = null, string? resetPath = null)
    {
        var html = new Markup();
        Head(html, language, words[what + "Title"], resetPath is null ? Manner.Open : Manner.Kiosk, resetPath, what == "Thanks" ? 10 : 60);
        html.Raw("<main class=\"message\">").Element("h1", words[what + "Title"]);
        if (clean is null)
        {
            html.Element("p", words[what + "Text"]);
        }
        else
        {
            html.Raw("<div class=\"prose\" dir=\"auto\">").Raw(clean).Raw("</div>");
        }

        if (resetPath is not null)
        {
            html.Raw("<p><a class=\"button\"").Attribute("href", resetPath).Raw(">").Text(words["Again"]).Raw("</a></p>");
        }

        return html.Raw("</main></body></html>").ToString();
    }

    internal Show ShowFor(string language) => new(ReaderPreferences.Of(language), clock);

    internal IStringLocalizer Words => words;

    /// <summary>Everything before the content: nobody on the way keeps it, nobody indexes it.</summary>
    internal void Head(Markup html, string language, string title, Manner manner = Manner.Open, string? resetPath = null, int seconds = 90)
    {
        html.Raw("<!DOCTYPE html><html").Attribute("lang", language).Attribute("dir", language is "fa" or "ar" ? "rtl" : "ltr").Attribute("class", manner == Manner.Kiosk ? "kiosk" : null)
            .Raw("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex, nofollow\"><meta name=\"referrer\" content=\"no-referrer\"><meta name=\"color-scheme\" content=\"light dark\">")
            .Element("title", title).Raw("<link rel=\"stylesheet\"").Attribute("href", assets.Path("respond.css")).Raw("><link rel=\"icon\" href=\"data:,\"><script defer").Attribute("src", assets.Path("respond.js")).Raw("></script>");
        if (resetPath is not null)
        {
            html.Raw("<noscript><meta http-equiv=\"refresh\"").Attribute("content", $"{seconds};url={resetPath}").Raw("></noscript>");
        }

        html.Raw("</head><body").Attribute("data-reset", resetPath).Attribute("data-seconds", resetPath is null ? null : seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)).Raw(">");
    }

    /// <summary>The languages in which the page can be had.</summary>
    internal void Switch(Markup html, IReadOnlyList<string> languages, string current, Func<string, string> linkIn)
    {
        if (languages.Count < 2)
        {
            return;
        }

        html.Raw("<nav").Attribute("aria-label", words["Languages"]).Raw("><ul>");
        foreach (var language in languages)
        {
            html.Raw("<li><a").Attribute("href", linkIn(language)).Attribute("lang", language).Attribute("hreflang", language).Attribute("aria-current", language == current ? "true" : null).Raw(">")
                .Text(NameOf(language)).Raw("</a></li>");
        }

        html.Raw("</ul></nav>");
    }

    private void Faults(Markup html, Sheet sheet)
    {
        if (sheet.Faults.Count == 0)
        {
            return;
        }

        html.Raw("<div class=\"faults\" role=\"alert\" tabindex=\"-1\" autofocus>").Element("h2", words[sheet.Faults.Count == 1 ? "FaultTitle" : "FaultsTitle"]).Raw("<ul>");
        foreach (var fault in sheet.Faults)
        {
            html.Raw("<li><a").Attribute("href", "#" + sheet.Id(fault.Key)).Raw("><span dir=\"auto\">").Text(sheet.Run.Find(fault.Key)?.Title).Raw("</span> <span class=\"what\" dir=\"auto\">").Text(fault.Text).Raw("</span></a></li>");
        }

        html.Raw("</ul></div>");
    }

    private static void Hidden(Markup html, string name, long value) => html.Raw("<input type=\"hidden\"").Attribute("name", name).Attribute("value", value).Raw(">");

    /// <summary>Languages call themselves by their own names.</summary>
    private static string NameOf(string language) => language switch
    {
        "fa" => "فارسی",
        "ar" => "العربية",
        _ => "English",
    };
}
