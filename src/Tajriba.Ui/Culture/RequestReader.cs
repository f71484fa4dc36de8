using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Tajriba.Kernel.Access;

namespace Tajriba.Ui.Culture;

/// <summary>Preferences from the request alone: the cookie, else the browser's first language that the house speaks.</summary>
internal sealed class RequestReader(IHttpContextAccessor accessor, IOptions<TajribaUiOptions> options) : IReaderPreferences
{
    private ReaderPreferences? current;

    public ReaderPreferences Current => current ??= Find();

    private ReaderPreferences Find()
    {
        if (accessor.HttpContext is not { } context)
        {
            return ReaderPreferences.Of(options.Value.DefaultLanguage);
        }

        return ReaderPreferences.Parse(context.Request.Cookies[ReaderPreferences.Cookie])
            ?? ReaderPreferences.Of(Accepted(context) ?? options.Value.DefaultLanguage);
    }

    private static string? Accepted(HttpContext context)
        => StringWithQualityHeaderValue.TryParseList(context.Request.Headers.AcceptLanguage, out var languages)
            ? languages
                .OrderByDescending(l => l.Quality ?? 1)
                .Select(l => l.Value.Value?.Split('-')[0].ToLowerInvariant())
                .FirstOrDefault(l => l is not null && ReaderPreferences.Languages.Contains(l))
            : null;
}
