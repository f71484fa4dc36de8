using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Sets the language in which our own words are looked up, and sets it back.</summary>
public sealed class Speaking : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    private Speaking(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public static Speaking In(string language) => new(language);

    /// <summary>A reader of forms whose faults are told in a language.</summary>
    internal static FormReader Of(string language, IStringLocalizer words, Read read, IFormCollection form) => new(form, read, key =>
    {
        using var _ = In(language);
        return words[key];
    });

    public void Dispose() => CultureInfo.CurrentUICulture = before;
}
