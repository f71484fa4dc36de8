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

    /// <summary>What a template may name besides secrets.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["to", "text", "subject", "id", "language"];

    private const int Longest = 10_000;

    /// <summary>Whether they can work at all, the address apart.</summary>
    public bool IsSound() =>
        ContentTypes.Contains(ContentType) && Body.Length <= Longest
        && new[] { AcceptPath, AcceptValue, IdPath, ReportIdPath, ReportStatePath, ReportDelivered }.All(text => text.Length <= 200);

    /// <summary>Whether nothing is put in before the path, so that no message chooses whom we ask.</summary>
    public bool HasFixedHost() => Uri.TryCreate(Template.Fill(Url, _ => "x"), UriKind.Absolute, out Uri? one)
        && Uri.TryCreate(Template.Fill(Url, _ => "y"), UriKind.Absolute, out Uri? other)
        && one.GetLeftPart(UriPartial.Authority) == other.GetLeftPart(UriPartial.Authority) && one.UserInfo.Length == 0;

    /// <summary>
    /// Reads the sealed lines: <c>Name: value</c> is a header; <c>{name}: value</c> is put into address and body where <c>{name}</c> stands, for
    /// providers that take their key there. Null where a line is neither, or a header is set by ourselves.
    /// </summary>
    public static (IReadOnlyList<(string Name, string Value)> Headers, IReadOnlyDictionary<string, string> Values)? Secrets(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var headers = new List<(string, string)>();
        using var probe = new HttpRequestMessage();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int colon = line.IndexOf(':');
            (string name, string value) = colon > 0 ? (line[..colon].Trim(), line[(colon + 1)..].Trim()) : ("", "");
            if (name.Length > 2 && name[0] == '{' && name[^1] == '}' && !Names.Contains(name[1..^1]) && values.TryAdd(name[1..^1], value) && value.Length > 0)
            {
                continue;
            }

            if (value.Any(c => c is < ' ' or > '~') || name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) || !TryAdd(probe.Headers, name, value))
            {
                return null;
            }

            headers.Add((name, value));
        }

        return (headers, values);
    }

    private static bool TryAdd(HttpRequestHeaders headers, string name, string value) => name.Length > 0 && headers.TryAddWithoutValidation(name, value);
}
