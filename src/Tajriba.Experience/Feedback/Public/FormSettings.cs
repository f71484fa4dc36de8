using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Qr;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>What the page of forms posts to, and the picture of a form's address.</summary>
internal static class FormSettings
{
    private const int LongestIntroduction = 1_000;

    public static void MapFormSettings(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(SettingsEndpoints.Address).RequirePermission(FeedbackPermissions.Manage).ExcludeFromDescription();
        group.MapPost("/forms/save", SaveAsync).WithName("SetFeedbackForm");
        group.MapPost("/forms/remove", (IFormCollection form, FeedbackSettings settings, ICurrentPerson person, CancellationToken cancel)
            => SettingsEndpoints.SaveAsync<FeedbackForm>(form, settings, person, SettingKind.Form, form["key"].ToString(), null, "forms", cancel)).WithName("RemoveFeedbackForm");
        group.MapGet("/forms/{key}/qr.svg", Qr).WithName("FeedbackFormQr");
    }

    private static async Task<IResult> SaveAsync(IFormCollection sent, FeedbackSettings settings, FeedbackForms forms, ICurrentPerson person, IUnits units, CancellationToken cancellationToken)
    {
        if (!SettingsEndpoints.May(person, SettingKind.Form, ""))
        {
            return TypedResults.NotFound();
        }

        string key = sent["key"].ToString().Trim();
        var made = new FeedbackForm(
            key,
            forms.Find(key)?.Token ?? Token.New(),
            SettingForms.Title(sent),
            SettingForms.Title(sent, "intro"),
            [.. sent["kinds"].OfType<string>().Distinct(StringComparer.Ordinal).Select(k => Enum.TryParse(k, out FeedbackKind kind) && Enum.IsDefined(kind) ? kind : (FeedbackKind?)null).OfType<FeedbackKind>()],
            [.. sent["units"].OfType<string>().Where(u => units.Tree.Find(u) is not null).Distinct(StringComparer.Ordinal)],
            sent["open"] == "true");
        string? fault = !SettingForms.IsKey(key) ? "key" : !SettingForms.IsTitle(made.Title) || Parts(made.Introduction).Any(t => t?.Length > LongestIntroduction) ? "title"
            : made.Kinds.Count == 0 ? "kinds" : made.Units.Count > FeedbackForm.MostUnits ? "unit" : null;
        return fault is null
            ? await SettingsEndpoints.SaveAsync(sent, settings, person, SettingKind.Form, key, made, "forms", cancellationToken)
            : SettingsEndpoints.To($"forms?edit={Uri.EscapeDataString(key)}", ("wrong", fault));
    }

    private static IResult Qr(string key, FeedbackForms forms, SiteAddress site)
        => forms.Find(key) is { } form ? TypedResults.Content(QrPicture.Svg(site.Of(form.Path)), "image/svg+xml") : TypedResults.NotFound();

    private static string?[] Parts(LocalName text) => [text.En, text.Fa, text.Ar];

    /// <summary>The number of the version that a form of the page starts from.</summary>
    public static string Seen(FeedbackSettings settings, string key) => (settings.Find(SettingKind.Form, key)?.Version ?? 0).ToString(CultureInfo.InvariantCulture);
}
