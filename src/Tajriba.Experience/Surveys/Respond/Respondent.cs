using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Surveys.Links;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Who answers, as far as it is known: by the token of the link, of the device's cookie, or of a round on a kiosk or in a frame.</summary>
/// <param name="Token">Under whose hash the draft is kept.</param>
/// <param name="BegunAt">When the first page was shown, as the browser tells; null where it does not.</param>
internal sealed record Respondent(string Token, DateTimeOffset? BegunAt)
{
    public const string Cookie = "tajriba.survey";

    private const char Mark = '~';

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public string Owner => Links.Token.Hash(Token);

    /// <summary>A token with the time at which it was given, for a cookie or a field.</summary>
    public static string Stamped(string token, DateTimeOffset now) => token + Mark + now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads <see cref="Stamped"/>; null where it is none.</summary>
    public static Respondent? Parse(string? stamped, DateTimeOffset now)
    {
        if (stamped is not { Length: < 64 } || stamped.Split(Mark) is not [var token, var time] || !Links.Token.IsOne(token) || !time.All(char.IsAsciiDigit))
        {
            return null;
        }

        return new(token, Time(time, now));
    }

    /// <summary>A time as pages tell it, in seconds; null where it lies in the future or more than a day back.</summary>
    public static DateTimeOffset? Time(string? text, DateTimeOffset now)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= now.ToUnixTimeSeconds() && now.ToUnixTimeSeconds() - seconds < Longest.TotalSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public static void Remember(HttpContext context, string token, DateTimeOffset now)
        => context.Response.Cookies.Append(Cookie, Stamped(token, now), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/s",
            MaxAge = TimeSpan.FromDays(30),
            IsEssential = true,
        });
}
