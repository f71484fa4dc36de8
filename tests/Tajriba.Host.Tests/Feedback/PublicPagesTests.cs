using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Public;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback;

/// <summary>A customer tells something on a form, and follows by a code what becomes of it.</summary>
public sealed class PublicPagesTests
{
    private static readonly FeedbackForm Form = new(
        "voice", "abcdefghijklmnopqrstuv", new("Tell us", "با ما بگویید"), new("We answer everybody."), [FeedbackKind.Complaint, FeedbackKind.Praise], ["n1", "s1"], true);

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_complaint_becomes_a_case_that_its_customer_follows_answers_and_opens_again(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await site.Services.GetRequiredService<FeedbackSettings>().SaveAsync(SettingKind.Form, Form.Key, 0, Form);
        using HttpClient visitor = site.CreateClient(new() { AllowAutoRedirect = false });
        IDocument page = await visitor.PageAsync(Form.Path + "?lang=fa");
        Assert.Equal(("fa", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        string once = page.QuerySelector("input[name=once]")!.GetAttribute("value")!;
        Dictionary<string, string> sent = new() { ["once"] = once, ["kind"] = "Complaint", ["text"] = "سه ساعت معطل شدم و هیچ‌کس پاسخ نداد", ["unit"] = "n1", ["rating"] = "1", ["email"] = "sara@example.com", ["phone"] = "۰۹۱۲ ۳۰۴ ۰۵۰۰" };

        // What is wrong is said beside the field, and nothing typed is lost.
        using (HttpResponseMessage wrong = await visitor.PostAsync(Form.Path + "?lang=fa", new FormUrlEncodedContent(new Dictionary<string, string>(sent) { ["email"] = "sara", ["unit"] = "org" })))
        {
            string html = await wrong.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains("معطل", html, StringComparison.Ordinal);
            Assert.Equal(2, html.Split("class=\"fault\"").Length - 1);
        }

        string[] leads = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(visitor, Form.Path + "?lang=fa", sent)));
        string lead = Assert.Single(leads.Distinct());
        string code = System.Web.HttpUtility.ParseQueryString(lead.Split('?')[1])["code"]!;
        Assert.Single(await site.EventsAsync(), e => e.Name == "Feedback Received");
        IDocument thanks = await visitor.PageAsync(lead);
        Assert.Equal($"/c/{code}?lang=fa", thanks.QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/c/{code}")).StatusCode);

        // It is read, understood and a case, with everything needed to answer.
        ICases cases = site.Services.GetRequiredService<ICases>();
        await CaptureSite.UntilAsync(async () => (await cases.PageAsync(new(UnitScope.Everything), null, 1)).Count == 1);
        string caseCode = (await cases.PageAsync(new(UnitScope.Everything), null, 1))[0].Code;
        KeptCase kept = (await cases.FindAsync(caseCode))!;
        Assert.Equal(("n1", "fa", "customer", code, CasePriority.High), (kept.Case.Unit, kept.About.Language, kept.About.SubjectType, kept.About.Feedback, kept.Case.Priority));

        // A month after it was read the page's number is forgotten, its code goes on; what is not read yet is kept.
        var database = site.Services.GetRequiredService<IDatabase>();
        await database.WriteAsync((transaction, cancel) => transaction.Command("UPDATE feedback_form_entries SET told_at = 0; INSERT INTO feedback_form_entries (once, code, told_at) VALUES ('later', 'unread', 0)").RunAsync(cancel));
        await site.Services.GetRequiredService<FormJob>().RunAsync(default);
        await using (var connection = await database.OpenAsync())
        {
            Assert.Equal(["unread"], await connection.Command("SELECT code FROM feedback_form_entries").ListAsync(row => row.GetString(0)));
        }

        DateTimeOffset now = DateTimeOffset.UtcNow;
        await cases.DoAsync(caseCode, new CaseMoment.Assigned(now, 1, 1));
        await cases.DoAsync(caseCode, new CaseMoment.Noted(now, 1, "Secret among us", []));
        await cases.DoAsync(caseCode, new CaseMoment.Answered(now, 1, "پوزش می‌خواهیم", null));
        string status = (await visitor.PageAsync($"/c/{code}?lang=fa")).Body!.InnerHtml;
        Assert.Contains("پوزش می‌خواهیم", status, StringComparison.Ordinal);
        Assert.Contains("سه ساعت معطل", status, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", status, StringComparison.Ordinal);
        Assert.Equal(3, (await visitor.PageAsync($"/c/{code}")).QuerySelectorAll(".steps .past").Length);

        Assert.EndsWith("?done=reply&lang=en", await SendAsync(visitor, $"/c/{caseCode}/reply?lang=en", new() { ["text"] = "Thank you" }), StringComparison.Ordinal);
        Assert.EndsWith("?done=empty&lang=en", await SendAsync(visitor, $"/c/{code}/rate?lang=en", new() { ["stars"] = "5" }), StringComparison.Ordinal);
        await cases.DoAsync(caseCode, new CaseMoment.Resolved(now, 1, "late", "Another"));
        Assert.EndsWith("?done=rate&lang=en", await SendAsync(visitor, $"/c/{code}/rate?lang=en", new() { ["stars"] = "2", ["text"] = "So so" }), StringComparison.Ordinal);
        Assert.EndsWith("?done=reply&lang=en", await SendAsync(visitor, $"/c/{code}/reply?lang=en", new() { ["text"] = "Still broken" }), StringComparison.Ordinal);
        Case handled = (await cases.FindAsync(caseCode))!.Case;
        Assert.Equal((CaseState.Open, 2, 1), (handled.State, handled.Stars, handled.Reopenings));
    }

    [Fact]
    public async Task Strangers_learn_nothing_and_machines_get_tired()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        await site.Services.GetRequiredService<FeedbackSettings>().SaveAsync(SettingKind.Form, Form.Key, 0, Form);
        using HttpClient visitor = site.CreateClient(new() { AllowAutoRedirect = false });
        using HttpResponseMessage unknown = await visitor.GetAsync("/c/0000000000");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("noindex, nofollow", unknown.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/f/" + new string('x', 22))).StatusCode);
        Assert.Equal("/c/0123456789?lang=en", (await visitor.GetAsync("/c?code=o۱2-3۴ 56789&lang=en")).Headers.Location!.ToString());

        // A machine fills in what nobody sees: it is thanked, and nothing is kept.
        string lead = await SendAsync(visitor, Form.Path, new() { ["kind"] = "Praise", ["text"] = "Buy now", ["unit"] = "n1", ["website"] = "spam.example" });
        Assert.Contains("code=", lead, StringComparison.Ordinal);
        Assert.DoesNotContain(await site.EventsAsync(), e => e.Name == "Feedback Received");

        // Who tries codes out is asked to wait before the sixtieth is looked up.
        HttpStatusCode last = HttpStatusCode.OK;
        for (int i = 0; i < 100 && last != HttpStatusCode.TooManyRequests; i++)
        {
            last = (await visitor.GetAsync($"/c/000000{i:0000}")).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task A_file_of_reviews_is_read_like_everything_else()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        string mapping = await CaptureSite.UploadAsync(
            browser, "reviews.csv", "event,time,customer,branch,text,kind,rating\nFeedback Received,2024-03-01 08:00,c1,n1,\"كانت الخدمة ممتازة، شكرا\",review,5\nFeedback Received,2024-03-02 08:00,c2,n1,Never again,review,1\n");
        HttpResponseMessage started = await browser.PostFormAsync(mapping, "/import/start", ("activity", "event"), ("time", "time"), ("object-customer", "customer"), ("unit", "branch"), ("zone", "Asia/Tehran"));
        await site.EndOfAsync(long.Parse(started.Headers.Location!.ToString().Split('/', '?')[2], System.Globalization.CultureInfo.InvariantCulture));
        FeedbackStore store = site.Services.GetRequiredService<FeedbackStore>();
        IReadOnlyList<FeedbackItem> read = [];
        await CaptureSite.UntilAsync(async () => (read = await store.PageAsync(new() { Units = UnitScope.Everything }, long.MaxValue, 10)).Count == 2);
        Assert.Equal([("c2", FeedbackKind.Review, 1, "en"), ("c1", FeedbackKind.Review, 5, "ar")], read.Select(r => (r.SubjectId, r.Kind, r.Rating!.Value, r.Language)));
    }

    [Fact]
    public async Task A_form_is_made_on_its_page_and_keeps_its_address()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        (string, string)[] form = [("key", "voice"), ("seen", "0"), ("title-en", "Your voice"), ("intro-fa", "همه را پاسخ می‌دهیم"), ("kinds", "Complaint"), ("kinds", "Question"), ("units", "n1"), ("open", "true")];
        Assert.Contains("done=saved", await IndicatorPageTests.PostAsync(browser, "/feedback/settings/forms", "/feedback/settings/forms/save", form), StringComparison.Ordinal);
        FeedbackForms forms = site.Services.GetRequiredService<FeedbackForms>();
        FeedbackForm made = forms.Find("voice")!;
        Assert.Equal((22, 2, "n1"), (made.Token.Length, made.Kinds.Count, made.Units.Single()));
        form[1] = ("seen", "1");
        Assert.Contains("done=saved", await IndicatorPageTests.PostAsync(browser, "/feedback/settings/forms", "/feedback/settings/forms/save", [.. form[..^1], ("open", "false")]), StringComparison.Ordinal);
        Assert.Equal((made.Token, false), (forms.Find("voice")!.Token, forms.Find("voice")!.IsOpen));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(made.Path)).StatusCode);
        Assert.Equal("image/svg+xml", (await browser.GetAsync("/feedback/settings/forms/voice/qr.svg")).Content.Headers.ContentType!.MediaType);
        Assert.Contains("wrong=kinds", await IndicatorPageTests.PostAsync(browser, "/feedback/settings/forms", "/feedback/settings/forms/save", [("key", "x"), ("title-en", "X")]), StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(HttpClient visitor, string path, Dictionary<string, string> fields)
    {
        using HttpResponseMessage answer = await visitor.PostAsync(path, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }
}
