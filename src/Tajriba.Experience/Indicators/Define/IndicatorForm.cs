using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.Define;

/// <summary>Reads a definition from the form of its page.</summary>
internal static class IndicatorForm
{
    public static IndicatorDefinition Parse(IFormCollection form, Read read, IndicatorDefinition? before)
    {
        var kind = Enum.TryParse<IndicatorKind>(One(form, "kind"), out var named) && Enum.IsDefined(named) ? named : IndicatorKind.Share;
        var then = Query(form, "then");
        var value = One(form, "value");
        return new IndicatorDefinition
        {
            Id = before?.Id ?? 0,
            Key = before?.Key ?? One(form, "key"),
            Name = new LocalName(One(form, "nameEn"), One(form, "nameFa"), One(form, "nameAr")),
            Description = new LocalName(One(form, "textEn"), One(form, "textFa"), One(form, "textAr")),
            Kind = kind,
            Of = Query(form, "of") ?? new EventQuery([], []),
            Hit = kind == IndicatorKind.Share ? ConditionText.Parse(One(form, "hit")) : [],
            Then = kind is IndicatorKind.Followed || (kind is IndicatorKind.Mean or IndicatorKind.Percentile && value.Length == 0) ? then : null,
            Per = kind == IndicatorKind.Rate ? then : null,
            ObjectType = One(form, "objectType") is { Length: > 0 } type ? type : null,
            Days = Number(form, "days", read) ?? 14,
            Not = One(form, "not") == "true",
            Value = value.Length > 0 && kind is not (IndicatorKind.Share or IndicatorKind.Followed or IndicatorKind.Rate) ? value : null,
            Share = Number(form, "share", read) ?? 0.5,
            High = Number(form, "high", read) ?? 9,
            Low = Number(form, "low", read) ?? 6,
            Measure = Enum.TryParse<IndicatorMeasure>(One(form, "measure"), out var measure) && Enum.IsDefined(measure) ? measure : IndicatorMeasure.Percent,
            HigherIsBetter = One(form, "higherIsBetter") == "true",
            Target = Number(form, "target", read),
            Slices = [.. One(form, "slices").Split([',', '،', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)],
            Unit = One(form, "unit") is { Length: > 0 } unit ? unit : null,
            Alerts = [.. form["alerts"].Select(a => long.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct()],
        };
    }

    private static EventQuery? Query(IFormCollection form, string name)
    {
        string[] events = [.. form[name + "Events"].Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal)!];
        var where = ConditionText.Parse(One(form, name + "Where"));
        return events.Length == 0 && where.Count == 0 ? null : new EventQuery(events, where);
    }

    private static string One(IFormCollection form, string name) => form[name].ToString().Trim();

    private static double? Number(IFormCollection form, string name, Read read) => read.Number(One(form, name)) is { } number ? (double)number : null;
}
