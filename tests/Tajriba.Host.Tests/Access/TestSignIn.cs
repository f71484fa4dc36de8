using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

/// <summary>Signs browsers in the way people do it, by a one-time link, and posts forms as they stand on the page. Other test projects may link this file.</summary>
public static class TestSignIn
{
    private static int count;

    /// <summary>Adds a person with a role over a unit (null: everywhere) who belongs to that unit.</summary>
    public static async Task<long> AddPersonAsync(this WebApplicationFactory<Program> site, string role, string? unit = null)
    {
        var name = $"{role}-{Interlocked.Increment(ref count)}";
        var added = await site.Services.GetRequiredService<IPeople>().AddAsync(new(name, $"Person {name}", unit is null ? [] : [unit], [new(role, unit)]));
        Assert.Null(added.Refusal);
        return added.Id;
    }

    /// <summary>Signs <paramref name="browser"/> in as a person.</summary>
    public static async Task SignInAsync(this WebApplicationFactory<Program> site, HttpClient browser, long personId)
    {
        var link = await site.Services.GetRequiredService<ISignInLinks>().CreateAsync(personId, TimeSpan.FromHours(1));
        var answer = await browser.PostFormAsync(link.Path!, "link");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    /// <summary>A browser signed in as a new person with a role over a unit.</summary>
    public static async Task<HttpClient> BrowserOfAsync(this WebApplicationFactory<Program> site, string role, string? unit = null)
    {
        var browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await site.SignInAsync(browser, await site.AddPersonAsync(role, unit));
        return browser;
    }

    public static async Task<IDocument> PageAsync(this HttpClient browser, string path)
        => await new HtmlParser().ParseDocumentAsync(await (await browser.GetAsync(path)).Content.ReadAsStringAsync());

    /// <summary>Opens a page, fills in the form of a name (<c>@formname</c>, or the address it posts to) and posts it.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser, string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await browser.PageAsync(path);
        var element = page.QuerySelectorAll("form").FirstOrDefault(candidate =>
            candidate.GetAttribute("action") == form || candidate.QuerySelector($"input[name='_handler'][value='{form}']") is not null)
            ?? throw new InvalidOperationException($"{path} has no form '{form}': {page.Body?.TextContent}");
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var values = element.QuerySelectorAll("input, textarea")
            .Where(input => input.GetAttribute("type") is not ("checkbox" or "radio") || input.HasAttribute("checked"))
            .Select(input => (Name: input.GetAttribute("name"), Value: input.GetAttribute("value") ?? input.TextContent))
            .Concat(element.QuerySelectorAll("select").SelectMany(select => select.QuerySelectorAll("option[selected]")
                .Select(option => (Name: select.GetAttribute("name"), Value: option.GetAttribute("value") ?? ""))))
            .Where(pair => pair.Name is { Length: > 0 } name && !names.Contains(name))
            .Select(pair => KeyValuePair.Create(pair.Name!, pair.Value))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.PostAsync(element.GetAttribute("action") is { Length: > 0 } action ? action : path, new FormUrlEncodedContent(values));
    }
}
