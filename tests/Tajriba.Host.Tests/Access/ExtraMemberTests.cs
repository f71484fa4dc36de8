using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Channels.Webhooks;

namespace Tajriba.Host.Tests.Access;

/// <summary>Who writes more into a request than the endpoint knows is told so, and has changed nothing.</summary>
public sealed class ExtraMemberTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string[] Extra = ["role", "unitId", "emailVerified", "isAdmin", "price", "id", "__proto__"];

    [Fact]
    public async Task Case32_Every_endpoint_that_reads_JSON_names_a_member_that_it_does_not_know()
    {
        var id = await WebhookAsync();
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        var routes = Api().Where(route => route.Metadata.GetOrderedMetadata<IAcceptsMetadata>().Any(accepts => accepts.ContentTypes.Contains("application/json"))).ToList();
        Assert.True(routes.Count >= 4);
        foreach (var route in routes)
        {
            foreach (var member in Extra)
            {
                using var request = new HttpRequestMessage(new(RouteTableTests.Methods(route)[0]), Fill(route, id))
                {
                    Content = new StringContent($$"""{"{{member}}":1}""", Encoding.UTF8, "application/json"),
                };
                request.Headers.Accept.ParseAdd("application/json");
                await NamesAsync(browser, request, member);
            }
        }
    }

    [Fact]
    public async Task Case32_Every_endpoint_of_the_API_names_a_parameter_that_it_does_not_know()
    {
        var id = await WebhookAsync();
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        var journey = await JourneyAsync();
        Assert.True(Api().Count > 15);
        foreach (var route in Api())
        {
            var item = RouteTableTests.Path(route).StartsWith("/api/v1/journeys", StringComparison.Ordinal) ? journey : id;
            using var request = new HttpRequestMessage(new(RouteTableTests.Methods(route)[0]), Fill(route, item) + "?role=administrator" + (RouteTableTests.Path(route).EndsWith("/customers/identity", StringComparison.Ordinal) ? "&a=1&b=2" : ""))
            {
                Content = RouteTableTests.Allows(route, "GET") ? null : new StringContent("""{"a":1,"b":2,"decision":"same"}""", Encoding.UTF8, Accepted(route)),
            };
            request.Headers.Accept.ParseAdd("application/json");
            await NamesAsync(browser, request, "role");
        }
    }

    [Fact]
    public async Task Case32_The_API_document_knows_every_endpoint_that_these_tests_know()
    {
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        using var document = JsonDocument.Parse(await browser.GetStringAsync("/api/tajriba.json"));
        var described = document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(Api(), route => Assert.Contains(System.Text.RegularExpressions.Regex.Replace(
            RouteTableTests.Path(route), ":[a-z]+}", "}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).TrimEnd('/'), described));
    }

    private static async Task NamesAsync(HttpClient browser, HttpRequestMessage request, string name)
    {
        using var answer = await browser.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest && text.Contains(name, StringComparison.Ordinal), $"{request.Method} {request.RequestUri} with '{name}' answers {answer.StatusCode}: {text}");
    }

    private static string Fill(RouteEndpoint route, string id)
        => string.Join('/', RouteTableTests.Path(route).Split('/').Select(segment => segment.Contains('{', StringComparison.Ordinal) ? id : segment));

    private static string Accepted(RouteEndpoint route) => route.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json";

    private List<RouteEndpoint> Api() => [.. RouteTableTests.Routes(site).Where(route => RouteTableTests.Path(route).StartsWith("/api/v1/", StringComparison.Ordinal))];

    private async Task<string> JourneyAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var saved = await scope.ServiceProvider.GetRequiredService<JourneyStore>().SaveAsync(new JourneyDefinition
        {
            Name = new("Asking"), ObjectType = "case", Events = ["Asked", "Answered"], StartEvents = ["Asked"], EndEvents = ["Answered"],
        });
        return saved.Id.ToString();
    }

    private async Task<string> WebhookAsync()
        => (await site.Services.GetRequiredService<WebhookEditor>().AddAsync(new("https://example.com/", "", [], [], null))).ToString();
}
