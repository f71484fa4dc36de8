using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>What the pages of sources post to. A source tells of every unit, so they take the right over all of them.</summary>
internal static class SourceEndpoints
{
    private const int LongestName = 100;

    /// <summary>What is told again in one go: beyond it, the person asks once more.</summary>
    private const int MostAtOnce = 1_000;

    /// <summary>What is told again side by side, so that it shares commits.</summary>
    private const int Together = 100;

    public static void MapSources(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/sources").RequirePermission(CapturePermissions.Sources).ExcludeFromDescription().OverEveryUnit(CapturePermissions.Sources);
        group.MapPost("/add", AddAsync).WithName("AddSource");
        group.MapPost("/{id:long}/limit", LimitAsync).WithName("LimitSource");
        group.MapPost("/{id:long}/vouch", VouchAsync).WithName("VouchForSource");
        group.MapPost("/{id:long}/keys/{key:long}/revoke", RevokeAsync).WithName("RevokeKey");
        group.MapPost("/{id:long}/test", TestAsync).WithName("TestSource");
        group.MapPost("/{id:long}/refused/{refused:long}/replay", ReplayAsync).WithName("ReplayRefused");
        group.MapPost("/{id:long}/refused/replay-all", ReplayAllAsync).WithName("ReplayAllRefused");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, SourceStore store, CancellationToken cancellationToken)
    {
        if (Text(form, "name") is not { Length: <= LongestName } name)
        {
            return TypedResults.LocalRedirect("/sources?wrong=name");
        }

        long id = await store.AddAsync(name, Text(form, "channel"), Text(form, "unit"), cancellationToken);
        return TypedResults.LocalRedirect($"/sources/{id}");
    }

    private static async Task<IResult> LimitAsync(long id, IFormCollection form, SourceStore store, SourceKeys keys, Read read, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        string? text = Text(form, "eventsPerSecond");
        long? rate = read.Count(text);
        if (text is not null && rate is null or < 0 or > EventSource.MostEventsPerSecond)
        {
            return TypedResults.LocalRedirect($"/sources/{id}?wrong=limit");
        }

        await store.LimitAsync(id, (int?)rate, cancellationToken);
        await keys.RefreshAsync(cancellationToken);
        return TypedResults.LocalRedirect($"/sources/{id}?done=limited");
    }

    /// <summary>What held before stands in the address to which it leads, from where it can be taken back.</summary>
    private static async Task<IResult> VouchAsync(long id, IFormCollection form, SourceStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } before)
        {
            return TypedResults.NotFound();
        }

        await store.VouchAsync(id, form["emails"] == "true", form["phones"] == "true", cancellationToken);
        string was = string.Join('-', new[] { before.VerifiesEmails ? "emails" : null, before.VerifiesPhones ? "phones" : null }.OfType<string>());
        return TypedResults.LocalRedirect($"/sources/{id}?done=vouched&was={was}");
    }

    private static async Task<IResult> RevokeAsync(long id, long key, IFormCollection form, SourceStore store, SourceKeys keys, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        await store.RevokeKeyAsync(id, key, cancellationToken);
        await keys.RefreshAsync(cancellationToken);
        return TypedResults.LocalRedirect($"/sources/{id}?done=revoked");
    }

    private static async Task<IResult> TestAsync(long id, IFormCollection form, SourceStore store, MessageIntake intake, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } source)
        {
            return TypedResults.NotFound();
        }

        byte[] text = JsonSerializer.SerializeToUtf8Bytes(new { @event = "Test Event", userId = "test", messageId = "test-" + Guid.CreateVersion7().ToString("D") });
        await intake.TellAsync(source, "track", text);
        return TypedResults.LocalRedirect($"/sources/{id}?done=tested");
    }

    private static async Task<IResult> ReplayAsync(
        long id, long refused, IFormCollection form, SourceStore store, RefusedStore refusals, MessageIntake intake, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } source || await refusals.FindAsync(id, refused, cancellationToken) is not { } item)
        {
            return TypedResults.NotFound();
        }

        if (item.ReplayedAt is not null)
        {
            return TypedResults.LocalRedirect($"/sources/{id}?done=replayed");
        }

        if (!await intake.TellAgainAsync(source, item))
        {
            return TypedResults.LocalRedirect($"/sources/{id}?done=still");
        }

        await refusals.ReplayedAsync(refused, cancellationToken);
        return TypedResults.LocalRedirect($"/sources/{id}?done=replayed");
    }

    private static async Task<IResult> ReplayAllAsync(
        long id, IFormCollection form, SourceStore store, RefusedStore refusals, MessageIntake intake, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } source)
        {
            return TypedResults.NotFound();
        }

        int told = 0;
        int still = 0;
        IReadOnlyList<Refused> some = [];
        do
        {
            some = await refusals.WaitingAsync(id, some.Count == 0 ? 0 : some[^1].Id, Together, cancellationToken);
            bool[] taken = await Task.WhenAll(some.Select(AgainAsync));
            told += taken.Count(t => t);
            still += taken.Count(t => !t);
        }
        while (some.Count == Together && told + still < MostAtOnce);
        return TypedResults.LocalRedirect(FormattableString.Invariant($"/sources/{id}?done=toldall&told={told}&still={still}"));

        async Task<bool> AgainAsync(Refused item)
        {
            if (!await intake.TellAgainAsync(source, item))
            {
                return false;
            }

            await refusals.ReplayedAsync(item.Id, cancellationToken);
            return true;
        }
    }

    private static string? Text(IFormCollection form, string field)
    {
        string text = form[field].ToString().Trim();
        return text.Length == 0 ? null : text;
    }
}
