using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators.Dashboards;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.Digests;

/// <summary>Subscribing to digests and ending them.</summary>
internal static class DigestEndpoints
{
    /// <summary>Path of the page.</summary>
    public const string Address = "/indicators/digest";

    private const string DashboardPrefix = "dashboard:";
    private const int MostKeys = 50;
    private const int MostOwn = 20;

    public static void MapDigests(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/indicators/digests").RequirePermission(IndicatorPermissions.View).ExcludeFromDescription();
        group.MapPost("/add", AddAsync).WithName("AddDigest");
        group.MapPost("/end", EndAsync).WithName("EndDigest");
        group.MapPost("/leave", LeaveAsync).WithName("LeaveDigest");
    }

    /// <summary>Whether the person may give a digest to a whole role, and take it back.</summary>
    public static bool GivesToRoles(ICurrentPerson person) => person.ScopeOf(IndicatorPermissions.Define).IsEverything;

    private static async Task<IResult> AddAsync(IFormCollection form, IndicatorReader reader, DigestStore store, ICurrentPerson person, CancellationToken cancellationToken)
    {
        var role = form["for"].ToString();
        var known = (await reader.ListAsync(cancellationToken)).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var what = form["what"].ToString();
        var dashboard = what.StartsWith(DashboardPrefix, StringComparison.Ordinal) ? what[DashboardPrefix.Length..] : null;
        string[] keys = dashboard is null ? [.. form["keys"].OfType<string>().Where(k => k.Length > 0).Distinct(StringComparer.Ordinal)] : [];
        var address = form["address"].ToString().Trim();
        var day = form["day"].ToString();
        if (role.Length > 0 && (!GivesToRoles(person) || !DashboardStore.Roles.Contains(role)))
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        var wrong = dashboard is null && keys.Length is 0 or > MostKeys ? "keys"
            : (dashboard is not null && !DashboardStore.Roles.Contains(dashboard)) || keys.Any(k => !known.Contains(k)) ? "what"
            : day.Length > 0 && !(int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 7) ? "day"
            : !(int.TryParse(form["hour"], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24) ? "hour"
            : role.Length == 0 && !DigestReaders.IsAddress(address) ? "address"
            : (await store.ListAsync(cancellationToken)).Count(d => d.PersonId == person.Id) >= MostOwn ? "most" : null;
        if (wrong is not null)
        {
            return TypedResults.LocalRedirect($"{Address}?wrong={wrong}");
        }

        var plan = new DigestPlan(
            dashboard, keys, day.Length == 0 ? null : (DayOfWeek)int.Parse(day, CultureInfo.InvariantCulture), int.Parse(form["hour"].ToString(), CultureInfo.InvariantCulture), role.Length == 0 ? address : null);
        var id = await store.AddAsync(role.Length == 0 ? person.Id : null, role.Length == 0 ? null : role, plan, cancellationToken);
        return TypedResults.LocalRedirect($"{Address}?done=added&preview={id}");
    }

    private static async Task<IResult> EndAsync(IFormCollection form, DigestStore store, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (await FindAsync(form, store, cancellationToken) is not { } digest || !(digest.PersonId == person.Id || (digest.PersonId is null && GivesToRoles(person))))
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        await store.EndAsync(digest.Id, cancellationToken);
        return TypedResults.LocalRedirect(Address + "?done=ended");
    }

    private static async Task<IResult> LeaveAsync(IFormCollection form, DigestStore store, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (await FindAsync(form, store, cancellationToken) is not { PersonId: null } digest)
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        var left = form["left"] != "false";
        await store.SetLeftAsync(digest.Id, person.Id, left, cancellationToken);
        return TypedResults.LocalRedirect($"{Address}?done={(left ? "left" : "back")}");
    }

    private static async Task<Digest?> FindAsync(IFormCollection form, DigestStore store, CancellationToken cancellationToken)
        => long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await store.FindAsync(id, cancellationToken) : null;
}
