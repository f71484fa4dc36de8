using System.Text;
using System.Text.Encodings.Web;

namespace Tajriba.Ui;

/// <summary>Links that keep the rest of the page's state: the same address with some query parameters set, changed or removed.</summary>
public static class PageLink
{
    /// <summary>
    /// The path and query of <paramref name="uri"/> (absolute or local) with each name set to its value; null or empty removes it.
    /// Repeated parameters that are not named stay as they are.
    /// </summary>
    public static string With(string uri, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var (path, query) = Split(uri);
        var kept = new List<(string Name, string Value)>();
        foreach (var pair in Pairs(query))
        {
            var changed = false;
            foreach (var (name, _) in changes)
            {
                changed |= name == pair.Name;
            }

            if (!changed)
            {
                kept.Add(pair);
            }
        }

        foreach (var (name, value) in changes)
        {
            if (!string.IsNullOrEmpty(value))
            {
                kept.Add((name, value));
            }
        }

        var text = new StringBuilder(path);
        var mark = '?';
        foreach (var (name, value) in kept)
        {
            text.Append(mark).Append(UrlEncoder.Default.Encode(name)).Append('=').Append(UrlEncoder.Default.Encode(value));
            mark = '&';
        }

        return text.ToString();
    }

    /// <summary>Path and query, without scheme and host.</summary>
    public static string Local(string uri)
    {
        var (path, query) = Split(uri);
        return query.Length == 0 ? path : path + "?" + query;
    }

    /// <summary>The first value of a query parameter, or null.</summary>
    public static string? Value(string uri, string name)
    {
        foreach (var pair in Pairs(Split(uri).Query))
        {
            if (pair.Name == name)
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>Every query parameter, in order, decoded.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(string query)
    {
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            yield return at < 0 ? (Decode(part), "") : (Decode(part[..at]), Decode(part[(at + 1)..]));
        }
    }

    internal static (string Path, string Query) Split(string uri)
    {
        var local = uri;
        if (uri.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(uri, UriKind.Absolute, out var absolute))
        {
            local = absolute.PathAndQuery;
        }

        var hash = local.IndexOf('#', StringComparison.Ordinal);
        local = hash < 0 ? local : local[..hash];
        var mark = local.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (local, "") : (local[..mark], local[(mark + 1)..]);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
