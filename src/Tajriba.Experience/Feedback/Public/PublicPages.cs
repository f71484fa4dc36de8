using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.TextAnalysis;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>Writes the pages that customers see, in the manner of survey pages: small, without script, on any device.</summary>
internal sealed class PublicPages(PageWriter frame, IStringLocalizer<PublicTexts> words, IUnits units)
{
    /// <summary>The form, with what was typed and what is wrong with it.</summary>
    public string Form(FeedbackForm form, FormEntry entry, string language)
    {
        using var _ = Speaking.In(language);
        var html = Begin(language, (entry.Faults.Count > 0 ? words["LookAgain"] + ": " : "") + form.Title.In(language), l => "?lang=" + l);
        html.Raw("<main>").Element("h1", form.Title.In(language));
        if (form.Introduction.In(language) is { Length: > 0 } introduction)
        {
            html.Raw("<p class=\"lead\" dir=\"auto\">").Text(introduction).Raw("</p>");
        }

        if (entry.Faults.Count > 0)
        {
            html.Raw("<div class=\"faults\" role=\"alert\" tabindex=\"-1\" autofocus>").Element("h2", words["LookAgain"]).Raw("<ul>");
            foreach (var (field, what) in entry.Faults)
            {
                html.Raw("<li><a").Attribute("href", "#" + field).Raw(">").Text(words[what]).Raw("</a></li>");
            }

            html.Raw("</ul></div>");
        }

        html.Raw("<form method=\"post\" novalidate><input type=\"hidden\" name=\"once\"").Attribute("value", entry.Once).Raw(">");
        if (form.Kinds.Count > 1)
        {
            html.Raw("<fieldset class=\"q\" id=\"kind\" tabindex=\"-1\"><legend>").Text(words["Kind"]).Raw("</legend>");
            FaultOf(html, entry, "kind");
            html.Raw("<div class=\"picks row\">");
            foreach (FeedbackKind kind in form.Kinds)
            {
                Pick(html, "kind", kind.ToString(), words["Kind-" + kind], entry.Kind == kind);
            }

            html.Raw("</div></fieldset>");
        }

        Label(html, entry, "text", words["Text"]);
        html.Raw("<textarea id=\"text\" name=\"text\" rows=\"6\" dir=\"auto\" required").Attribute("maxlength", ToldTexts.LongestText).Flag("aria-invalid", entry.Faults.ContainsKey("text")).Raw(">\n").Text(entry.Text).Raw("</textarea></div>");
        if (form.Units.Count > 1)
        {
            Label(html, entry, "unit", words["Unit"]);
            html.Raw("<select id=\"unit\" name=\"unit\"><option value=\"\">").Text(words["Choose"]).Raw("</option>");
            foreach (string unit in form.Units.Where(u => units.Tree.Find(u) is not null))
            {
                html.Raw("<option").Attribute("value", unit).Flag("selected", entry.Unit == unit).Raw(">").Text(units.Tree.Find(unit)!.Name.In(language)).Raw("</option>");
            }

            html.Raw("</select></div>");
        }

        html.Raw("<fieldset class=\"q\" id=\"rating\"><legend>").Text(words["Rating"]).Raw(" <span class=\"required\">").Text(words["Optional"]).Raw("</span></legend>");
        Stars(html, "rating", entry.Rating, language);
        html.Raw("</fieldset>").Raw("<fieldset class=\"q\"><legend>").Text(words["Reach"]).Raw(" <span class=\"required\">").Text(words["Optional"]).Raw("</span></legend><p class=\"hint\">").Text(words["ReachHint"]).Raw("</p></fieldset>");
        Line(html, entry, "name", words["Name"], entry.Name, "text", "name", "auto");
        Line(html, entry, "email", words["Email"], entry.Email, "email", "email", "ltr");
        Line(html, entry, "phone", words["Phone"], entry.Phone, "tel", "tel", "ltr");

        // Nobody sees it; a machine that fills in everything is known by it.
        html.Raw("<div class=\"hidden\" aria-hidden=\"true\"><label>").Text(words["Leave"]).Raw("<input").Attribute("name", FormEntry.Trap).Raw(" tabindex=\"-1\" autocomplete=\"off\"></label></div>");
        html.Raw("<div class=\"buttons\"><button class=\"main\">").Text(words["Send"]).Raw("</button></div></form></main><footer><p>").Text(words["FormNote"]).Raw("</p><p><a").Attribute("href", "/c?lang=" + language).Raw(">").Text(words["HaveCode"]).Raw("</a></p></footer></body></html>");
        return html.ToString();
    }

    /// <summary>What one gets for it: a code.</summary>
    public string Thanks(string code, string language)
    {
        using var _ = Speaking.In(language);
        string path = $"/c/{code}";
        var html = Begin(language, words["ThanksTitle"], null);
        html.Raw("<main class=\"message\">").Element("h1", words["ThanksTitle"]).Element("p", words["ThanksText"]).Element("p", Shown(language).Digits(code), "code")
            .Raw("<p><a class=\"button\"").Attribute("href", $"{path}?lang={language}").Raw(">").Text(words["Follow"]).Raw("</a></p></main></body></html>");
        return html.ToString();
    }

    /// <summary>A page that says one thing, and asks for a code where that helps.</summary>
    public string Message(string what, string language, bool asksCode)
    {
        using var _ = Speaking.In(language);
        var html = Begin(language, words[what + "Title"], l => "?lang=" + l);
        html.Raw("<main class=\"message\">").Element("h1", words[what + "Title"]).Element("p", words[what + "Text"]);
        if (asksCode)
        {
            html.Raw("<form method=\"get\" action=\"/c\"><input type=\"hidden\" name=\"lang\"").Attribute("value", language).Raw("><label class=\"hidden\" for=\"code\">").Text(words["Code"])
                .Raw("</label><input id=\"code\" name=\"code\" class=\"short\" dir=\"ltr\" autocomplete=\"off\" maxlength=\"40\" required><div class=\"buttons\"><button class=\"main\">").Text(words["Look"]).Raw("</button></div></form>");
        }

        return html.Raw("</main></body></html>").ToString();
    }

    /// <summary>Where a matter stands.</summary>
    /// <param name="code">As the customer knows it.</param>
    /// <param name="matter">What is known of it.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="done">What was just done, or why it was not; null for neither.</param>
    public string Status(string code, Matter matter, string language, string? done)
    {
        using var _ = Speaking.In(language);
        Show show = Shown(language);
        Case? handled = matter.Kept?.Case;
        var html = Begin(language, words["StatusTitle", show.Digits(code)], l => "?lang=" + l);
        html.Raw("<main>").Element("h1", words["StatusTitle", show.Digits(code)]);
        if (done is not null)
        {
            html.Raw("<div class=\"faults good\" role=\"status\">").Element("p", words["Done-" + done]).Raw("</div>");
        }

        html.Raw("<ol class=\"steps\">");
        Stage(html, "Received", matter.ReceivedAt, show, isNow: handled is null);
        Stage(html, "Work", handled?.Moments.OfType<CaseMoment.Assigned>().FirstOrDefault()?.At ?? handled?.AnsweredAt, show, isNow: handled is { AnsweredAt: null });
        Stage(html, "Answered", handled?.AnsweredAt, show, isNow: handled is { AnsweredAt: not null, IsDone: false });
        Stage(html, "Resolved", handled is { IsDone: true } ? handled.ResolvedAt : null, show, isNow: handled is { IsDone: true });
        html.Raw("</ol>");
        if (handled is { IsDone: false } && matter.Clocks.FirstOrDefault(c => c is { State: SlaState.Running, IsKept: true, Due: not null }) is { } clock)
        {
            html.Element("p", words["Due-" + clock.Target, show.DateTime(clock.Due!.Value.ToDateTimeOffset())], "lead");
        }
        else if (handled is { WaitsFor: WaitsFor.Customer })
        {
            html.Element("p", words["WaitsForYou"], "lead");
        }

        html.Element("h2", words["Talk"]).Raw("<ol class=\"talk\">");
        Word(html, words["You"], matter.Said, matter.ReceivedAt, show, isOurs: false);
        foreach (CaseMoment moment in handled?.Moments ?? [])
        {
            switch (moment)
            {
                case CaseMoment.Answered answered:
                    Word(html, words["We"], answered.Text, answered.At, show, isOurs: true);
                    break;
                case CaseMoment.Replied replied:
                    Word(html, words["You"], replied.Text, replied.At, show, isOurs: false);
                    break;
            }
        }

        html.Raw("</ol>");
        if (handled is not null)
        {
            Deeds(html, handled, code, language);
        }

        return html.Raw("</main><footer><p>").Text(words["StatusNote"]).Raw("</p></footer></body></html>").ToString();
    }

    private void Deeds(Markup html, Case handled, string code, string language)
    {
        if (handled.IsDone)
        {
            html.Raw("<form method=\"post\"").Attribute("action", $"/c/{code}/rate?lang={language}").Raw("><fieldset class=\"q\"><legend>").Text(words["IsItGood"]).Raw("</legend>");
            Stars(html, "stars", handled.Stars, language);
            html.Raw("</fieldset><div class=\"q\"><label for=\"words\">").Text(words["RateWords"]).Raw(" <span class=\"required\">").Text(words["Optional"])
                .Raw("</span></label><textarea id=\"words\" name=\"text\" rows=\"2\" dir=\"auto\" maxlength=\"2000\"></textarea></div><div class=\"buttons\"><button class=\"main\">").Text(words["Rate"]).Raw("</button></div></form>");
        }

        html.Raw("<form method=\"post\"").Attribute("action", $"/c/{code}/reply?lang={language}").Raw("><div class=\"q\"><label for=\"text\">").Text(words[handled.IsDone ? "NotSolved" : "WriteBack"])
            .Raw("</label><textarea id=\"text\" name=\"text\" rows=\"4\" dir=\"auto\" required").Attribute("maxlength", ToldTexts.LongestText).Raw("></textarea></div><div class=\"buttons\"><button").Attribute("class", handled.IsDone ? null : "main").Raw(">").Text(words["Send"]).Raw("</button></div></form>");
    }

    private Markup Begin(string language, string title, Func<string, string>? linkIn)
    {
        var html = new Markup();
        frame.Head(html, language, title);
        if (linkIn is not null)
        {
            frame.Switch(html, ReaderPreferences.Languages, language, linkIn);
        }

        return html;
    }

    private Show Shown(string language) => frame.ShowFor(language);

    private void Stage(Markup html, string what, DateTimeOffset? at, Show show, bool isNow)
        => html.Raw("<li").Attribute("class", at is null ? null : "past").Attribute("aria-current", isNow ? "step" : null).Raw("><strong>").Text(words["Stage-" + what]).Raw("</strong>")
            .Raw(at is null ? "" : " ").Element("span", at is { } time ? show.DateTime(time) : "").Raw("</li>");

    private static void Word(Markup html, string who, string text, DateTimeOffset at, Show show, bool isOurs)
        => html.Raw("<li").Attribute("class", isOurs ? "ours" : null).Raw("><div class=\"sub\">").Text(who).Raw(" · ").Text(show.DateTime(at)).Raw("</div><p dir=\"auto\">").Text(Redaction.Redact(text)).Raw("</p></li>");

    private void Stars(Markup html, string name, int? chosen, string language)
    {
        Show show = Shown(language);
        html.Raw("<div class=\"scale\">");
        for (int star = 1; star <= 5; star++)
        {
            Pick(html, name, star.ToString(CultureInfo.InvariantCulture), show.Count(star), chosen == star);
        }

        html.Raw("</div><div class=\"ends\"><span>").Text(words["Worst"]).Raw("</span><span>").Text(words["Best"]).Raw("</span></div>");
    }

    private static void Pick(Markup html, string name, string value, string label, bool isChosen)
        => html.Raw("<label class=\"pick\"><input type=\"radio\"").Attribute("name", name).Attribute("value", value).Flag("checked", isChosen).Raw("><span dir=\"auto\">").Text(label).Raw("</span></label>");

    private void Label(Markup html, FormEntry entry, string field, string label)
    {
        html.Raw("<div class=\"q\"><label").Attribute("for", field).Raw(">").Text(label).Raw("</label>");
        FaultOf(html, entry, field);
    }

    private void FaultOf(Markup html, FormEntry entry, string field)
    {
        if (entry.Faults.TryGetValue(field, out string? what))
        {
            html.Element("p", words[what], "fault");
        }
    }

    private void Line(Markup html, FormEntry entry, string field, string label, string value, string type, string complete, string dir)
    {
        Label(html, entry, field, label);
        html.Raw("<input").Attribute("id", field).Attribute("name", field).Attribute("type", type).Attribute("value", value).Attribute("autocomplete", complete).Attribute("dir", dir).Attribute("maxlength", 254).Flag("aria-invalid", entry.Faults.ContainsKey(field)).Raw("></div>");
    }
}
