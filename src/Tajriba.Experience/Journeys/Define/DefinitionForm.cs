using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Journeys.Define;

/// <summary>Reads a definition from the form of its page.</summary>
internal static class DefinitionForm
{
    public static JourneyDefinition Parse(IFormCollection form, Read read)
    {
        var successEvents = Many(form, "successEvents");
        var successAttribute = One(form, "successAttribute");
        return new JourneyDefinition
        {
            Id = long.TryParse(One(form, "id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0,
            Name = new LocalName(One(form, "nameEn"), One(form, "nameFa"), One(form, "nameAr")),
            ObjectType = One(form, "objectType"),
            Events = Many(form, "events"),
            StartEvents = Many(form, "startEvents"),
            EndEvents = Many(form, "endEvents"),
            OnePerObject = One(form, "onePerObject") == "true",
            StartsAnew = One(form, "startsAnew") == "true",
            TimeoutDays = One(form, "timeoutDays") is { Length: > 0 } timeout ? Days(timeout, read) : null,
            Success = successEvents.Length > 0 || successAttribute.Length > 0 ? new SuccessRule(successEvents, successAttribute, One(form, "successValue")) : null,
            Confounders = Many(form, "confounders"),
            ContactEvents = Many(form, "contactEvents"),
            SubjectAttribute = One(form, "subjectAttribute"),
            RepeatDays = Days(One(form, "repeatDays"), read),
            Unit = One(form, "unit") is { Length: > 0 } unit ? unit : null,
        };
    }

    private static string One(IFormCollection form, string name) => form[name].ToString().Trim();

    private static string[] Many(IFormCollection form, string name) => [.. form[name].Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal)!];

    /// <summary>0, which no rule allows, where it cannot be read.</summary>
    private static int Days(string text, Read read) => read.Number(text) is >= 1 and <= int.MaxValue and var days ? (int)days : 0;
}
