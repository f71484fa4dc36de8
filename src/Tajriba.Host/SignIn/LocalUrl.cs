namespace Tajriba.Host.SignIn;

/// <summary>Where a visitor wanted to go, as long as that lies on this site.</summary>
public static class LocalUrl
{
    /// <summary>The path if no browser could take it for another site's address, else the home page.</summary>
    public static string Of(string? url)
        => url is { Length: > 0 and <= 2000 } && url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal)
            && !url.Any(mark => mark == '\\' || char.IsControl(mark))
            ? url
            : "/";
}
