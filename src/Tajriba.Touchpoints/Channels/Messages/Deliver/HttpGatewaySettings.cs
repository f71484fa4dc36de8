using System.Net.Http.Headers;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>
/// How a provider's HTTP interface is asked, as data. <c>{to}</c>, <c>{text}</c>, <c>{subject}</c>, <c>{id}</c>,
/// <c>{language}</c> are put into address and body, escaped for the place: URL, JSON text or form value.
/// </summary>
/// <param name="Url">Address, https.</param>
/// <param name="Body">Template of the body; empty for GET.</param>
/// <param name="ContentType"><c>application/json</c>, <c>application/x-www-form-urlencoded</c> or <c>text/plain</c>.</param>
/// <param name="AcceptPath">Path in the JSON answer to what says that it was taken; empty where status 2xx is enough.</param>
/// <param name="AcceptValue">What stands there then, as text.</param>
/// <param name="IdPath">Path to the provider's own id; empty for none.</param>
/// <param name="ReportIdPath">In delivery reports: path (or form field) of that id.</param>
/// <param name="ReportStatePath">And of the state.</param>
/// <param name="ReportDelivered">The state that means delivered, as text.</param>
public sealed record HttpGatewaySettings(
    string Url, string Body, string ContentType, string AcceptPath = "", string AcceptValue = "", string IdPath = "", string ReportIdPath = "", string ReportStatePath = "", string ReportDelivered = "")
{
    public static IReadOnlyList<string> ContentTypes { get; } = ["application/json", "application/x-www-form-urlencoded", "text/plain"];

    private const int Longest = 10_000;

    /// <summary>Whether they can work at all, the address apart.</summary>
    public bool IsSound() =>
        ContentTypes.Contains(ContentType) && Body.Length <= Longest
        && new[] { AcceptPath, AcceptValue, IdPath, ReportIdPath, ReportStatePath, ReportDelivered }.All(text => text.Length <= 200);

    /// <summary>Reads <c>Name: value</c> lines; null where one is none, or is set by ourselves.</summary>
    public static IReadOnlyList<(string Name, string Value)>? Headers(string text)
    {
        var headers = new List<(string, string)>();
        using var probe = new HttpRequestMessage();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int colon = line.IndexOf(':');
            (string name, string value) = colon > 0 ? (line[..colon].Trim(), line[(colon + 1)..].Trim()) : ("", "");
            if (value.Any(c => c is < ' ' or > '~') || name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) || !TryAdd(probe.Headers, name, value))
            {
                return null;
            }

            headers.Add((name, value));
        }

        return headers;
    }

    private static bool TryAdd(HttpRequestHeaders headers, string name, string value) => name.Length > 0 && headers.TryAddWithoutValidation(name, value);
}
