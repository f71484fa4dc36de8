using System.Net.Http.Headers;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Host.Tests.Access;

/// <summary>
/// Text of SQL in every place of every address there is: in the segments of its path, under each name that it asks of its
/// query and of its form, in each member of its JSON and in its headers. Whatever an address makes of it, it is no fault of ours.
/// </summary>
public sealed class InjectionTests
{
    private const string Nul = "\0";

    private static readonly string[] Texts =
    [
        "'", "\"", "\\", "%", "'; DROP TABLE capture_sources; --", "') UNION SELECT hash FROM capture_keys --", "1) OR (1=1", "$.a'||(SELECT 1)||'", "name DESC, (SELECT 1)", "1e999", "-1", "@q", Nul,
    ];

    /// <summary>What the explorer reads by going through its query instead of asking it.</summary>
    private static readonly string[] Explorer =
    [
        "channel", "unit", "has", "never", "starts", "ends", "variant", "follows", "directly", "from", "to", "longer", "shorter", "outcome", "metric", "detail", "tab", "by", "compare", "sort", "attr.amount", "attr.'",
        "attr.a' OR 1=1 --", "attr.$[0]",
    ];

    /// <summary>Members of what sources send.</summary>
    private static readonly string[] Sent =
    [
        "event", "userId", "anonymousId", "previousId", "groupId", "messageId", "name", "channel", "timestamp", "callId", "customer", "device", "question", "label", "at", "score", "id", "source", "type", "subject", "time", "a' OR 1=1 --",
    ];

    /// <summary>What clients, proxies and senders of events put before a body.</summary>
    private static readonly string[] Headers =
    [
        "User-Agent", "Accept-Language", "Referer", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "X-Request-Id", "X-Retry-Count", "traceparent", "tracestate", "baggage",
        "WebHook-Request-Origin", "WebHook-Request-Callback", "WebHook-Request-Rate", "ce-id", "ce-source", "ce-type", "ce-subject", "ce-time", "ce-customerid", "ce-anonymousid", "ce-channel", "ce-unit", "ce-other", "ce-' OR 1=1 --",
    ];

    /// <summary>They end the session that asks: last.</summary>
    private const string Ends = "/sign-out";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case26_No_address_there_is_takes_text_for_SQL_in_any_of_its_places(DatabaseProvider provider)
    {
        var asked = new AskedNames();
        await using var site = await CaptureSite.OpenAsync(provider, services => services.AddSingleton<IStartupFilter>(asked));
        var samples = await ForeignRouteTests.SamplesAsync(site);
        var source = await CollectSite.OpenAsync(site);
        using var browser = await site.AdministratorAsync();
        var sweep = new Sweep(browser, source.Key, await TokenAsync(browser));
        var places = 0;
        var routes = RouteTableTests.Routes(site).ToList();
        foreach (var route in routes.OrderBy(route => RouteTableTests.Path(route).StartsWith(Ends, StringComparison.Ordinal)))
        {
            foreach (var method in RouteTableTests.Methods(route))
            {
                var path = samples.TryGetValue(ForeignRouteTests.RoomOf(route), out var sample) ? ForeignRouteTests.Fill(route, sample.Own ?? sample.Foreign) : RouteTableTests.Sample(route);
                places += await SegmentsAsync(sweep, route, method, path);
                places += await NamesAsync(sweep, asked, route, method, path);
                places += await MembersAsync(sweep, route, method, path);
                places += await HeadersAsync(sweep, method, path, RouteTableTests.Path(route));
                if (RouteTableTests.Path(route).StartsWith(Ends, StringComparison.Ordinal))
                {
                    await site.SignInAsync(browser, await site.AddPersonAsync(Kernel.Access.BuiltInRoles.Administrator));
                    sweep.Token = await TokenAsync(browser);
                }
            }
        }

        Assert.True(places > 2 * routes.Count, $"Only {places} places were tried.");
        Assert.True(await source.StatusAsync("/v1/track", """{"event":"After","userId":"after"}"""u8.ToArray()) == System.Net.HttpStatusCode.OK);
        Assert.Contains(await source.EventsAsync(), item => item.Name == "After");
        Assert.Contains(await site.Services.GetRequiredService<SourceStore>().ListAsync(), item => item.Id == source.Source);
    }

    private static async Task<int> SegmentsAsync(Sweep sweep, RouteEndpoint route, string method, string path)
    {
        var segments = path.Split('/');
        var pattern = RouteTableTests.Path(route).Split('/');
        var places = Enumerable.Range(0, pattern.Length).Where(i => pattern[i].Contains('{', StringComparison.Ordinal)).ToList();
        foreach (var place in places)
        {
            // A NUL in the path is refused by the server before the product hears of it.
            foreach (var text in Texts.Where(text => text != Nul))
            {
                await sweep.SendAsync(method, string.Join('/', segments.Select((segment, i) => i == place ? Uri.EscapeDataString(text) : segment)), "", sweep.Form([]));
            }
        }

        return places.Count;
    }

    private static async Task<int> NamesAsync(Sweep sweep, AskedNames asked, RouteEndpoint route, string method, string path)
    {
        asked.OfQuery.Clear();
        asked.OfForm.Clear();
        await sweep.SendAsync(method, path, "", sweep.Form([]));
        foreach (var name in NamesOf(route))
        {
            asked.OfQuery.TryAdd(name, 0);
        }

        // What is asked only once something else is given turns up on the way.
        var (query, form) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        while (asked.OfQuery.Keys.FirstOrDefault(name => !query.Contains(name)) is { } name)
        {
            query.Add(name);
            foreach (var text in Texts)
            {
                await sweep.SendAsync(method, path, $"?{Uri.EscapeDataString(name)}={Uri.EscapeDataString(text)}", sweep.Form([]));
            }
        }

        while (asked.OfForm.Keys.FirstOrDefault(name => !form.Contains(name) && name != Sweep.TokenName) is { } name)
        {
            form.Add(name);
            foreach (var text in Texts)
            {
                await sweep.SendAsync(method, path, "", sweep.Form([(name, text)]));
                await sweep.SendAsync(method, path, "", sweep.Form([.. form.Select(other => (other, text))]));
            }
        }

        return query.Count + form.Count;
    }

    private static async Task<int> MembersAsync(Sweep sweep, RouteEndpoint route, string method, string path)
    {
        var json = route.Metadata.GetOrderedMetadata<IAcceptsMetadata>().FirstOrDefault(accepts => accepts.ContentTypes.Contains("application/json"));
        string[] members = json?.RequestType?.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToArray()
            ?? (RouteTableTests.Path(route).StartsWith("/v1/", StringComparison.Ordinal) || RouteTableTests.Path(route).StartsWith("/beacon/", StringComparison.Ordinal) ? Sent : []);
        if (method == "GET" || members.Length == 0)
        {
            return 0;
        }

        foreach (var text in Texts)
        {
            foreach (var one in members)
            {
                await sweep.SendAsync(method, path, "", Json(new Dictionary<string, string> { [one] = text }));
            }

            await sweep.SendAsync(method, path, "", Json(members.ToDictionary(member => member, member => member == "type" ? "track" : text)));
        }

        return members.Length;

        static ByteArrayContent Json(Dictionary<string, string> body)
            => new(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    /// <summary>What machines send to is asked by all texts; every other address reads headers alike, and is asked by one.</summary>
    private static async Task<int> HeadersAsync(Sweep sweep, string method, string path, string route)
    {
        string[] texts = route.StartsWith("/v1/", StringComparison.Ordinal) || route.StartsWith("/beacon/", StringComparison.Ordinal) || route.StartsWith("/pixel/", StringComparison.Ordinal) || route.StartsWith("/api/", StringComparison.Ordinal)
            ? Texts : [Texts[4], Nul];
        foreach (var text in texts.Where(text => text != Nul))
        {
            await sweep.SendAsync(method, path, "", sweep.Form([]), [.. Headers.Select(name => (name, text)), ("ce-specversion", "1.0")]);
        }

        // In the place of a key.
        foreach (var text in texts)
        {
            await sweep.SendAsync(method, path, "", sweep.Form([]), ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text + ":" + text))));
        }

        return Headers.Length;
    }

    /// <summary>Names that pages and their pieces take from the query, which they read in a way of their own.</summary>
    private static IEnumerable<string> NamesOf(RouteEndpoint route)
    {
        var page = route.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        var names = page is null ? [] : TypesOf(page.Assembly).Where(type => type.Namespace == page.Namespace)
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(property => (property.Name, property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => pair.Item2!.Name ?? pair.Name);
        return ForeignRouteTests.RoomOf(route) == "journeys" && route.RoutePattern.Parameters.Count > 0 && RouteTableTests.Allows(route, "GET") ? names.Concat(Explorer) : names;
    }

    /// <summary>Without those of packages that the product does not ship.</summary>
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException some)
        {
            return some.Types.OfType<Type>();
        }
    }

    private static async Task<string> TokenAsync(HttpClient browser)
        => (await browser.PageAsync("/preferences")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private sealed class Sweep(HttpClient browser, string key, string token)
    {
        public const string TokenName = "__RequestVerificationToken";
        private readonly string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

        public string Token { get; set; } = token;

        public FormUrlEncodedContent Form((string Name, string Text)[] fields)
            => new([new(TokenName, Token), .. fields.Where(field => field.Name != TokenName).Select(field => KeyValuePair.Create(field.Name, field.Text))]);

        public async Task SendAsync(string method, string path, string query, HttpContent body, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(new(method), path + query) { Content = method is "GET" or "HEAD" ? null : body };
            if (path.StartsWith("/v1/", StringComparison.Ordinal) || path.StartsWith("/beacon/", StringComparison.Ordinal) || path.StartsWith("/pixel/", StringComparison.Ordinal))
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
            }

            foreach (var (name, value) in headers)
            {
                if (name == "Authorization")
                {
                    request.Headers.Authorization = null;
                }

                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var answer = await browser.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode < 500, $"{method} {path}{query} with '{sent}' answers {answer.StatusCode}");
            Assert.False(text.Contains(hash, StringComparison.OrdinalIgnoreCase), $"{method} {path}{query} with '{sent}' tells the hash of a key");
        }
    }
}
