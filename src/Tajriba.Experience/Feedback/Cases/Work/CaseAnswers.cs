using Tajriba.Experience.Feedback.Promises.Macros;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>Ready answers with the values of a case.</summary>
internal sealed class CaseAnswers(IMacros macros, CaseReader reader, ICurrentPerson person, IUnits units, TimeProvider clock)
{
    /// <summary>A ready answer in the customer's language, or null where there is none of that key.</summary>
    /// <param name="kept">The case.</param>
    /// <param name="key">Of the answer.</param>
    /// <param name="link">Where the customer follows the case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> FillAsync(KeptCase kept, string key, Uri link, CancellationToken cancellationToken = default)
    {
        Case handled = kept.Case;
        string language = ReaderPreferences.Languages.Contains(kept.About.Language) ? kept.About.Language! : ReaderPreferences.Languages[0];

        // By the clock on the wall of the unit that answers, and without the marks that only pages need.
        var show = new Show(ReaderPreferences.Of(language) with { TimeZone = reader.ZoneOf(handled.Unit) }, clock);
        SlaClock? next = reader.ClocksOf(handled).Where(c => c is { State: SlaState.Running, Due: not null }).MaxBy(c => c.Due);
        return await macros.FillAsync(
            key,
            language,
            new Dictionary<string, string?>
            {
                ["customer"] = kept.About is { SubjectType: "customer" } ? kept.About.SubjectId : null,
                ["case"] = handled.Code,
                ["link"] = link.ToString(),
                ["handler"] = handled.Handler is { } handler ? (await reader.NamesAsync([handler], cancellationToken)).GetValueOrDefault(handler) ?? person.Name : person.Name,
                ["unit"] = handled.Unit is { } unit ? units.Tree.Find(unit)?.Name.In(language) : null,
                ["due"] = next?.Due?.ToDateTimeOffset() is { } due ? Bidi.Strip($"{show.Date(due)} {show.Time(due)}") : null,
            },
            cancellationToken);
    }
}
