using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Journeys.Define;

/// <summary>What every definition must keep to.</summary>
public static class DefinitionRules
{
    private const int LongestName = 200;
    private const int MostNames = 500;
    private const int MostConfounders = 3;
    private const int LongestDays = 3650;

    /// <summary>The first rule broken, or null.</summary>
    public static JourneyError.Invalid? Broken(JourneyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return NameOf(definition.Name)
            ?? Text("objectType", definition.ObjectType, required: true)
            ?? Names("events", definition.Events)
            ?? Names("startEvents", definition.StartEvents)
            ?? Names("endEvents", definition.EndEvents)
            ?? Names("contactEvents", definition.ContactEvents)
            ?? (definition.Confounders.Count > MostConfounders ? new("confounders", "OutOfRange") : Names("confounders", definition.Confounders))
            ?? Text("subjectAttribute", definition.SubjectAttribute, required: false)
            ?? Days("timeoutDays", definition.TimeoutDays ?? 1, LongestDays)
            ?? Days("repeatDays", definition.RepeatDays, 365)
            ?? SuccessOf(definition.Success)
            ?? (definition is { EndEvents.Count: 0, TimeoutDays: null } ? new("timeoutDays", "NeverEnds") : null);
    }

    private static JourneyError.Invalid? NameOf(LocalName name)
        => Text("nameEn", name.En, required: true) ?? Text("nameFa", name.Fa ?? "", required: false) ?? Text("nameAr", name.Ar ?? "", required: false);

    private static JourneyError.Invalid? SuccessOf(SuccessRule? rule)
        => rule is null ? null
            : rule.Events.Count == 0 && (rule.Attribute.Length == 0 || rule.Value.Length == 0) ? new("success", "Required")
            : Names("successEvents", rule.Events) ?? Text("successAttribute", rule.Attribute, required: false) ?? Text("successValue", rule.Value, required: false);

    private static JourneyError.Invalid? Text(string member, string text, bool required)
        => text.Length > LongestName ? new(member, "TooLong") : required && string.IsNullOrWhiteSpace(text) ? new(member, "Required") : null;

    private static JourneyError.Invalid? Names(string member, IReadOnlyList<string> names)
        => names.Count > MostNames || names.Any(n => n.Length > LongestName) ? new(member, "TooLong") : null;

    private static JourneyError.Invalid? Days(string member, int days, int most) => days < 1 || days > most ? new(member, "OutOfRange") : null;
}
