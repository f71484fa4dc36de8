using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Promises.Causes;
using Tajriba.Experience.Feedback.Promises.Escalations;
using Tajriba.Experience.Feedback.Promises.Goals;
using Tajriba.Experience.Feedback.Promises.Hours;
using Tajriba.Experience.Feedback.Promises.Macros;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>What the pages of settings post to. Hours are set by whoever manages their unit, all else by whoever manages every unit.</summary>
internal static class SettingsEndpoints
{
    public const string Address = "/feedback/settings";

    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Address).RequirePermission(FeedbackPermissions.Manage).ExcludeFromDescription();
        group.MapPost("/hours/{deed}", HoursAsync).WithName("SetFeedbackHours");
        group.MapPost("/goals/save", GoalsAsync).WithName("SetFeedbackGoals");
        group.MapPost("/escalations/save", EscalationsAsync).WithName("SetFeedbackEscalations");
        group.MapPost("/macros/save", MacroAsync).WithName("SetFeedbackMacro");
        group.MapPost("/macros/remove", (IFormCollection form, FeedbackSettings settings, ICurrentPerson person, CancellationToken cancel)
            => SaveAsync<Macro>(form, settings, person, SettingKind.Macro, form["key"].ToString(), null, "macros", cancel)).WithName("RemoveFeedbackMacro");
        group.MapPost("/causes/save", CauseAsync).WithName("SetFeedbackCause");
        group.MapPost("/undo", UndoAsync).WithName("UndoFeedbackSetting");
    }

    /// <summary>Whether a person may set something: of a unit where they manage it, of the organization where they manage all.</summary>
    public static bool May(ICurrentPerson person, string kind, string key)
        => person.ScopeOf(FeedbackPermissions.Manage) is var scope && (scope.IsEverything || (kind == SettingKind.Hours && key.Length > 0 && scope.Contains(key)));

    private static async Task<IResult> HoursAsync(string deed, IFormCollection form, FeedbackSettings settings, PromiseBook promises, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        string unit = form["unit"].ToString();
        if (!HoursForm.Deeds.Contains(deed) || !May(person, SettingKind.Hours, unit) || (unit.Length > 0 && units.Tree.Find(unit) is null))
        {
            return TypedResults.NotFound();
        }

        string page = $"hours?unit={Uri.EscapeDataString(unit)}";
        if (deed == "inherit")
        {
            return await SaveAsync<CalendarPlan>(form, settings, person, SettingKind.Hours, unit, null, page, cancellationToken);
        }

        CalendarPlan? changed = HoursForm.Change(deed, form, read, promises.PlanOf(unit.Length == 0 ? null : unit).Plan, out string? fault);
        fault ??= changed?.Fault();
        return fault is null ? await SaveAsync(form, settings, person, SettingKind.Hours, unit, changed, page, cancellationToken) : To(page, ("wrong", fault));
    }

    private static async Task<IResult> GoalsAsync(IFormCollection form, FeedbackSettings settings, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!May(person, SettingKind.Goals, ""))
        {
            return TypedResults.NotFound();
        }

        GoalsPlan? plan = GoalsForm.Parse(form, read, out string? fault);
        return fault is null ? await SaveAsync(form, settings, person, SettingKind.Goals, "", plan, "goals", cancellationToken) : To("goals", ("wrong", fault));
    }

    private static async Task<IResult> EscalationsAsync(IFormCollection form, FeedbackSettings settings, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!May(person, SettingKind.Escalation, ""))
        {
            return TypedResults.NotFound();
        }

        EscalationPlan? plan = EscalationsForm.Parse(form, read, out string? fault);
        return fault is null ? await SaveAsync(form, settings, person, SettingKind.Escalation, "", plan, "escalations", cancellationToken) : To("escalations", ("wrong", fault));
    }

    private static async Task<IResult> MacroAsync(IFormCollection form, FeedbackSettings settings, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (!May(person, SettingKind.Macro, ""))
        {
            return TypedResults.NotFound();
        }

        (Macro macro, string? fault) = SettingForms.Macro(form);
        string page = $"macros?edit={Uri.EscapeDataString(macro.Key)}";
        return fault is null ? await SaveAsync(form, settings, person, SettingKind.Macro, macro.Key, macro, "macros", cancellationToken) : To(page, ("wrong", fault));
    }

    private static async Task<IResult> CauseAsync(IFormCollection form, FeedbackSettings settings, ICurrentPerson person, ICauses causes, CancellationToken cancellationToken)
    {
        if (!May(person, SettingKind.Cause, ""))
        {
            return TypedResults.NotFound();
        }

        (Cause cause, string? fault) = SettingForms.Cause(form, causes.All);
        string page = $"causes?edit={Uri.EscapeDataString(cause.Key)}";
        return fault is null ? await SaveAsync(form, settings, person, SettingKind.Cause, cause.Key, cause, "causes", cancellationToken) : To(page, ("wrong", fault));
    }

    private static async Task<IResult> UndoAsync(IFormCollection form, FeedbackSettings settings, ICurrentPerson person, CancellationToken cancellationToken)
    {
        (string kind, string key, string back) = (form["kind"].ToString(), form["key"].ToString(), form["back"].ToString());
        if (!SettingKind.All.Contains(kind, StringComparer.Ordinal) || !May(person, kind, key)
            || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version))
        {
            return TypedResults.NotFound();
        }

        string page = back.StartsWith(Address + "/", StringComparison.Ordinal) ? back[(Address.Length + 1)..] : "hours";
        return await settings.UndoAsync(kind, key, version, cancellationToken) ? To(page, ("done", "undone")) : To(page, ("wrong", "meanwhile"));
    }

    /// <summary>Saves what a form was about and leads back to its page.</summary>
    internal static async Task<IResult> SaveAsync<T>(IFormCollection form, FeedbackSettings settings, ICurrentPerson person, string kind, string key, T? value, string page, CancellationToken cancellationToken)
        where T : class
        => !May(person, kind, key) ? TypedResults.NotFound()
            : int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out int seen) && await settings.SaveAsync(kind, key, seen, value, cancellationToken) is { } version
                ? To(page, ("done", "saved"), ("key", key), ("version", version.ToString(CultureInfo.InvariantCulture)))
                : To(page, ("wrong", "meanwhile"));

    /// <summary>Leads to a page of settings.</summary>
    internal static IResult To(string page, params (string Name, string? Value)[] more) => TypedResults.LocalRedirect(PageLink.With($"{Address}/{page}", more));
}
