using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Rules.Handlers;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Rules.Edit;

/// <summary>What the pages of rules and of handlers post to.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(SettingsEndpoints.Address).RequirePermission(FeedbackPermissions.Manage).ExcludeFromDescription();
        group.MapPost("/rules/save", RuleAsync).WithName("SetFeedbackRule");
        group.MapPost("/rules/switch", SwitchAsync).WithName("SwitchFeedbackRule");
        group.MapPost("/rules/remove", (IFormCollection form, FeedbackSettings settings, ICurrentPerson person, CancellationToken cancel)
            => SettingsEndpoints.SaveAsync<CaseRule>(form, settings, person, SettingKind.Rule, form["key"].ToString(), null, "rules", cancel)).WithName("RemoveFeedbackRule");
        group.MapPost("/handlers/save", HandlerAsync).WithName("SetFeedbackHandler");
    }

    private static async Task<IResult> RuleAsync(IFormCollection form, FeedbackSettings settings, TopicBook taxonomy, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (!SettingsEndpoints.May(person, SettingKind.Rule, ""))
        {
            return TypedResults.NotFound();
        }

        (CaseRule rule, string? fault) = RuleForm.Parse(form, read, units.Tree, taxonomy.Now);
        return fault is null
            ? await SettingsEndpoints.SaveAsync(form, settings, person, SettingKind.Rule, rule.Key, rule, "rules", cancellationToken)
            : SettingsEndpoints.To($"rules?edit={Uri.EscapeDataString(rule.Key)}", ("wrong", fault));
    }

    private static async Task<IResult> SwitchAsync(IFormCollection form, FeedbackSettings settings, RuleBook rules, ICurrentPerson person, CancellationToken cancellationToken)
        => !SettingsEndpoints.May(person, SettingKind.Rule, "") || rules.Find(form["key"].ToString()) is not { } rule
            ? TypedResults.NotFound()
            : await SettingsEndpoints.SaveAsync(form, settings, person, SettingKind.Rule, rule.Key, rule with { IsOn = form["on"] == "true" }, "rules", cancellationToken);

    private static async Task<IResult> HandlerAsync(IFormCollection form, FeedbackSettings settings, TopicBook taxonomy, ICurrentPerson person, IActingPersons persons, Read read, CancellationToken cancellationToken)
    {
        if (!SettingsEndpoints.May(person, SettingKind.Handler, "") || !long.TryParse(form["person"], NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            || await persons.FindAsync(id, cancellationToken) is not { } handler || !handler.Can(FeedbackPermissions.Handle))
        {
            return TypedResults.NotFound();
        }

        if (form["gets"] != "true")
        {
            return await SettingsEndpoints.SaveAsync<HandlerProfile>(form, settings, person, SettingKind.Handler, CaseRouting.KeyOf(id), null, "handlers", cancellationToken);
        }

        var profile = new HandlerProfile(
            [.. form["topics"].OfType<string>().Where(t => taxonomy.Now.All.Any(known => known.Key == t)).Distinct(StringComparer.Ordinal)],
            [.. form["languages"].OfType<string>().Where(RulesPage.Languages.Contains).Distinct(StringComparer.Ordinal)],
            read.Number(form["most"].ToString()) is { } most && most == Math.Floor(most) && most is >= 1 and <= HandlerProfile.Most ? (int)most : 0,
            form["away"] == "true");
        return profile.MostOpen == 0
            ? SettingsEndpoints.To($"handlers?edit={id}", ("wrong", "most"))
            : await SettingsEndpoints.SaveAsync(form, settings, person, SettingKind.Handler, CaseRouting.KeyOf(id), profile, "handlers", cancellationToken);
    }
}
