namespace Tajriba.Kernel.Access;

/// <summary>What people call a browser, from what it says about itself: enough to tell one's own sessions apart.</summary>
internal static class BrowserName
{
    // The first that fits: most browsers also carry the names of those they descend from.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("Chrome/", "Chrome"), ("CriOS", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary><c>Firefox · Linux</c>, one of the two, or empty.</summary>
    public static string Of(string userAgent) => string.Join(" · ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>());

    private static string? Find((string Mark, string Name)[] known, string userAgent)
        => known.FirstOrDefault(item => userAgent.Contains(item.Mark, StringComparison.Ordinal)).Name;
}
