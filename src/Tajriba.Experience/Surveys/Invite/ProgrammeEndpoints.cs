using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>What the pages of programmes post to. A programme asks people of every unit, so that it takes the right over all of them.</summary>
internal static class ProgrammeEndpoints
{
    public static void MapProgrammes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/surveys/programmes").RequirePermission(SurveyPermissions.Send).ExcludeFromDescription().OverEveryUnit(SurveyPermissions.Send);
        group.MapPost("/deeds/add", AddAsync).WithName("AddProgramme");
        group.MapPost("/{key}/save", SaveAsync).WithName("SaveProgramme");
        group.MapPost("/{key}/list", ListAsync).WithName("InviteList");
        group.MapPost("/{key}/on", (string key, IFormCollection form, ProgrammeStore store, CancellationToken cancel) => ThenAsync(store.SwitchAsync(key, isOn: true, cancel), key, "on")).WithName("ProgrammeOn");
        group.MapPost("/{key}/off", (string key, IFormCollection form, ProgrammeStore store, CancellationToken cancel) => ThenAsync(store.SwitchAsync(key, isOn: false, cancel), key, "off")).WithName("ProgrammeOff");
        group.MapPost("/{key}/delete", async (string key, IFormCollection form, ProgrammeStore store, CancellationToken cancel) => await store.DeleteAsync(key, cancel)
            ? (IResult)TypedResults.LocalRedirect(PageLink.With("/surveys/programmes", ("done", "deleted"), ("key", key)))
            : TypedResults.NotFound()).WithName("ProgrammeDelete");
        group.MapPost("/deeds/restore", (IFormCollection form, ProgrammeStore store, CancellationToken cancel) =>
            ThenAsync(store.RestoreAsync(form["key"].ToString(), cancel), form["key"].ToString(), "restored")).WithName("ProgrammeRestore");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, ProgrammeStore store, Read read, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (name, survey, settings, fault) = ProgrammeForm.Read(form, read);
        fault ??= await IsSurveyAsync(store, survey, cancellationToken) ? null : "survey";
        if (fault is not null)
        {
            return TypedResults.LocalRedirect(PageLink.With("/surveys/programmes/new", ("wrong", fault), ("survey", survey)));
        }

        var key = ProgrammeForm.KeyOf(name, clock.GetUtcNow());
        if (await store.AddAsync(key, name, survey, settings, cancellationToken: cancellationToken) is null)
        {
            key = ProgrammeForm.KeyOf("", clock.GetUtcNow());
            await store.AddAsync(key, name, survey, settings, cancellationToken: cancellationToken);
        }

        return To(key, ("done", "added"));
    }

    private static async Task<IResult> SaveAsync(string key, IFormCollection form, ProgrammeStore store, Read read, CancellationToken cancellationToken)
    {
        var (name, survey, settings, fault) = ProgrammeForm.Read(form, read);
        fault ??= await IsSurveyAsync(store, survey, cancellationToken) ? null : "survey";
        return fault is not null && await store.FindAsync(key, cancellationToken) is not null
            ? To(key, ("wrong", fault))
            : await ThenAsync(store.ChangeAsync(key, name, survey, settings, cancellationToken), key, "saved");
    }

    /// <summary>Plans an invitation for each customer of a list: one id to a line, or the first column of a CSV file. It is planned whole or not at all; the same list again asks nobody twice on one day.</summary>
    private static async Task<IResult> ListAsync(string key, IFormCollection form, ProgrammeStore store, InvitationStore invitations, Read read, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { Settings.Trigger: TriggerKind.List } programme)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        var typed = form["notBefore"].ToString();
        DateTimeOffset? begin = typed.Length == 0 ? now : read.Date(typed) is { } date ? read.StartOf(date) : read.DateTime(typed);
        var ids = InvitationList.Ids(form["ids"].ToString());
        foreach (var file in form.Files)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            ids.AddRange(InvitationList.Ids(await reader.ReadToEndAsync(cancellationToken)));
        }

        return begin is null || InvitationList.Fault(ids)
            ? To(key, ("wrong", begin is null ? "notBefore" : "ids"))
            : To(key, ("done", "listed"), ("planned", (await invitations.InviteAsync(programme, ids, begin, now, cancellationToken)).ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<bool> IsSurveyAsync(ProgrammeStore store, string survey, CancellationToken cancellationToken) =>
        (await store.SurveysAsync(cancellationToken)).Any(s => s.Key == survey);

    private static async Task<IResult> ThenAsync(Task<bool> change, string key, string done) => await change ? To(key, ("done", done)) : TypedResults.NotFound();

    private static IResult To(string key, params (string Name, string? Value)[] more) => TypedResults.LocalRedirect(PageLink.With("/surveys/programmes/" + Uri.EscapeDataString(key), more));
}
