using System.Globalization;

namespace Tajriba.Questionnaires;

/// <summary>Numbers of formulas as texts quote them: by the language's digits and signs, as <c>Intl.NumberFormat</c> writes them.</summary>
internal static class NumberText
{
    private const char LeftToRight = '\u200E';
    private const char RightToLeft = '\u200F';

    public static string Of(double number, ExpressionQuestion question, string locale)
    {
        var percent = question.DisplayStyle == "percent";
        var currency = question.DisplayStyle == "currency";
        var least = question.MinimumFractionDigits >= 0 ? question.MinimumFractionDigits : currency ? Math.Min(2, Most(question, 2)) : 0;
        var most = Math.Max(least, Most(question, percent ? 0 : currency ? 2 : 3));
        var shape = (question.UseGrouping ? "#,##0" : "0") + (most > 0 ? "." + new string('0', least) + new string('#', most - least) : "");
        var size = Math.Abs(percent ? number * 100 : number).ToString(shape, CultureInfo.InvariantCulture);
        var negative = number < 0;
        return locale.Split('-')[0] switch
        {
            "fa" => Persian(size, negative, percent, currency ? question.Currency : null),
            "ar" => Arabic(size, negative, percent, currency ? question.Currency : null),
            _ => (negative ? "-" : "") + (currency ? Sign(question.Currency, "\u00A0") : "") + size + (percent ? "%" : ""),
        };
    }

    private static int Most(ExpressionQuestion question, int usual) => question.MaximumFractionDigits >= 0 ? question.MaximumFractionDigits : usual;

    private static string Persian(string size, bool negative, bool percent, string? currency)
    {
        var digits = string.Concat(size.Select(sign => sign switch
        {
            '.' => '\u066B',
            ',' => '\u066C',
            _ => (char)('\u06F0' + (sign - '0')),
        }));
        return (negative ? $"{LeftToRight}\u2212" : "") + (currency is null ? "" : LeftToRight + Sign(currency, "\u00A0")) + digits + (percent ? "\u066A" : "");
    }

    private static string Arabic(string size, bool negative, bool percent, string? currency)
        => (currency is null ? "" : RightToLeft.ToString()) + (negative ? $"{LeftToRight}-" : "") + size
            + (percent ? $"{LeftToRight}%{LeftToRight}" : "") + (currency is null ? "" : "\u00A0" + (currency == "USD" ? "US$" : Sign(currency, "")));

    private static string Sign(string currency, string gap) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => currency + gap,
    };
}
