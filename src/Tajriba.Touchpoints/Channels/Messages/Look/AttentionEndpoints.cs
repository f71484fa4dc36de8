using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels.Messages.Attention;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Channels.Messages.Look;

/// <summary>What the page of attention posts to.</summary>
internal static class AttentionEndpoints
{
    public static void MapAttention(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/attention").RequirePermission(ChannelsPermissions.Gateways).ExcludeFromDescription().OverEveryUnit(ChannelsPermissions.Gateways);
        group.MapPost("/rules", SaveAsync).WithName("SaveAttention");
    }

    private static async Task<IResult> SaveAsync(IFormCollection form, AttentionSettings settings, Read read, CancellationToken cancellationToken)
    {
        AttentionRules? rules = Parse(form, read, out string fault);
        if (rules is null || rules.Fault() is { } member && (fault = member) is not null)
        {
            return TypedResults.LocalRedirect("/attention?wrong=" + fault);
        }

        await settings.SetAsync(rules, cancellationToken);
        return TypedResults.LocalRedirect("/attention?done=saved");
    }

    private static AttentionRules? Parse(IFormCollection form, Read read, out string fault)
    {
        fault = "limits";
        var limits = new List<AttentionLimit>();
        foreach ((string? most, string? days) in form["most"].Zip(form["days"]).Where(pair => !string.IsNullOrWhiteSpace(pair.First) || !string.IsNullOrWhiteSpace(pair.Second)))
        {
            if (read.Count(most ?? "") is not { } m || read.Count(days ?? "") is not { } d || m > int.MaxValue || d > int.MaxValue)
            {
                return null;
            }

            limits.Add(new AttentionLimit((int)m, (int)d));
        }

        fault = "hoursBetween";
        if (read.Count(form["hoursBetween"].ToString()) is not { } hours || hours > int.MaxValue)
        {
            return null;
        }

        fault = "quiet";
        var quiet = new List<QuietHours>();
        for (var i = 0; i < form["quietChannel"].Count; i++)
        {
            (string? from, string? until) = (form["quietFrom"].ElementAtOrDefault(i), form["quietUntil"].ElementAtOrDefault(i));
            if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(until))
            {
                continue;
            }

            if (!TimeOnly.TryParseExact(from, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly begin)
                || !TimeOnly.TryParseExact(until, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly end))
            {
                return null;
            }

            quiet.Add(new QuietHours(form["quietChannel"][i] ?? "", begin, end));
        }

        fault = "restDays";
        var days7 = new List<DayOfWeek>();
        foreach (string? day in form["restDays"])
        {
            if (!Enum.TryParse(day, out DayOfWeek known) || !Enum.IsDefined(known))
            {
                return null;
            }

            days7.Add(known);
        }

        return new AttentionRules { Limits = limits, HoursBetween = (int)hours, Quiet = quiet, RestDays = days7, TimeZone = form["timeZone"].ToString().Trim() };
    }
}
