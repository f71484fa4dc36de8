using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

/// <summary>Nothing is open by accident: whatever a room maps is judged here, without anybody adding a test.</summary>
public sealed class RouteTableTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>Open to everybody on purpose.</summary>
    public static readonly string[] Open =
    [
        "/sign-in", "/sign-in/link/{Token}", "/culture", "/theme", "/find.json", "/find", "/problem/{Code:int}", "/health/live", "/health/ready",
        "/v1/track", "/v1/t", "/v1/identify", "/v1/i", "/v1/page", "/v1/p", "/v1/screen", "/v1/s", "/v1/group", "/v1/g", "/v1/alias", "/v1/a", "/v1/merge", "/v1/batch", "/v1/b",
        "/v1/import", "/v1/cloudevents", "/v1/contacts", "/v1/feedback", "/beacon/v1/batch", "/pixel/v1/track", "/pixel/v1/page", "/v1/projects/{key}/settings",
        "/s/{token}", "/k/{token}", "/s/a/{hash}/{name}", "/embed/survey.js", "/api/surveys/{key}/ivr",
        "/f/{token}", "/c", "/c/{code}", "/c/{code}/reply", "/c/{code}/rate",
        "/u/{token}", "/u/{Token}", "/u/{token}/choices", "/messages/report/{secret}",
        "/assess/{Token}", "/assess/{token}/begin", "/sheet/{Token}", "/sheet/{Token}/{Component}", "/sheet/{token}/save",
    ];

    /// <summary>The framework's own, in development only.</summary>
    private const string DevelopmentAssets = "/{**path:file}";

    /// <summary>For whoever is signed in: one's own affairs, and what shows each only their own.</summary>
    private static readonly string[] Own =
        ["/password", "/preferences", "/sign-out", "/sign-out/everywhere", "/sign-out/session", "/maturity/invitations/{Id:long}", "/maturity/invitations/{id:long}/begin", "/api/{documentName}.json", "/", DevelopmentAssets];

    public static IEnumerable<RouteEndpoint> Routes(WebApplicationFactory<Program> site)
        => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => !Path(endpoint).StartsWith("/_framework/", StringComparison.Ordinal) && !Path(endpoint).StartsWith("/_blazor", StringComparison.Ordinal));

    public static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    /// <summary>The permission that an endpoint demands, or null.</summary>
    public static string? Permission(RouteEndpoint endpoint)
        => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Select(data => data.Policy)
            .FirstOrDefault(policy => policy?.StartsWith(RequirePermissionAttribute.PolicyPrefix, StringComparison.Ordinal) == true)
            ?[RequirePermissionAttribute.PolicyPrefix.Length..];

    [Fact]
    public void Every_route_names_a_permission_that_a_room_declares_or_stands_on_a_list()
    {
        var catalog = site.Services.GetRequiredService<PermissionCatalog>();
        var accidents = Routes(site).Where(endpoint => !(endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? Open.Contains(Path(endpoint))
            : Permission(endpoint) is { } permission ? catalog.Knows(permission) : Own.Contains(Path(endpoint))));
        Assert.Empty(accidents.Select(endpoint => $"{Path(endpoint)} ({endpoint.DisplayName})"));
        Assert.True(Routes(site).Count() > 20);
    }

    [Fact]
    public async Task Case31_Whoever_is_not_signed_in_gets_no_page_and_no_answer()
    {
        using var browser = site.Browser();
        foreach (var endpoint in Routes(site).Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            foreach (var method in Methods(endpoint))
            {
                using var request = new HttpRequestMessage(new(method), Sample(endpoint));
                using var answer = await browser.SendAsync(request);
                var leadsToSignIn = (int)answer.StatusCode == 302 && answer.Headers.Location!.ToString().Contains("/sign-in?returnUrl=", StringComparison.Ordinal);
                Assert.True((int)answer.StatusCode == 401 || leadsToSignIn, $"{method} {Path(endpoint)}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("administrator", null)]
    [InlineData("executive", null)]
    [InlineData("analyst", null)]
    [InlineData("manager", "north")]
    [InlineData("agent", "n1")]
    public async Task Case31_Every_role_enters_exactly_what_its_permissions_open(string role, string? unit)
    {
        using var browser = await site.BrowserOfAsync(role, unit);
        var catalog = site.Services.GetRequiredService<PermissionCatalog>();
        var patterns = (await site.Services.GetRequiredService<IRoles>().ListAsync()).Single(item => item.Code == role).Permissions;
        foreach (var endpoint in Routes(site))
        {
            if (Permission(endpoint) is not { } permission)
            {
                continue;
            }

            var may = patterns.Any(pattern => catalog.Covers(pattern, permission));
            foreach (var method in Methods(endpoint))
            {
                if (may && (method is not "GET" || endpoint.RoutePattern.Parameters.Count > 0))
                {
                    continue; // A change wants its own test; an id wants a real one.
                }

                using var request = new HttpRequestMessage(new(method), Sample(endpoint));
                using var answer = await browser.SendAsync(request);
                var status = (int)answer.StatusCode;
                // An endpoint of the API may ask for parameters (400) that this test does not know.
                Assert.True(may ? status is 200 or 400 or 404 : status == 403, $"{role}: {method} {Path(endpoint)} answers {status}");
            }
        }
    }

    [Fact]
    public async Task Case31_A_person_without_any_role_enters_nothing_but_their_own_affairs()
    {
        var id = (await site.People.AddAsync(new("bare", "Bare", ["n1"], []))).Id;
        using var browser = site.Browser();
        await site.SignInAsync(browser, id);
        foreach (var endpoint in Routes(site).Where(endpoint => Permission(endpoint) is not null))
        {
            using var answer = await browser.SendAsync(new(new(Methods(endpoint)[0]), Sample(endpoint)));
            Assert.True((int)answer.StatusCode == 403, $"{Path(endpoint)} answers {answer.StatusCode}");
        }

        Assert.Equal(200, (int)(await browser.GetAsync("/preferences")).StatusCode);
        Assert.Equal(200, (int)(await browser.GetAsync("/password")).StatusCode);
    }

    public static bool Allows(RouteEndpoint endpoint, string method) => Methods(endpoint).Contains(method);

    public static IReadOnlyList<string> Methods(RouteEndpoint endpoint)
        => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"];

    public static string Sample(RouteEndpoint endpoint)
        => string.Join('/', Path(endpoint).Split('/').Select(segment =>
            !segment.Contains('{', StringComparison.Ordinal) ? segment : segment.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1"));
}
