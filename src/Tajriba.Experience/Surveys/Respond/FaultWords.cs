using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Says what is wrong with an answer: in the author's words where there are some, else in ours.</summary>
internal static class FaultWords
{
    public static PageFault Of(AnswerFault fault, IStringLocalizer words, Show show)
        => new(fault.Key, fault.Text is { Length: > 0 } own ? own : words["Fault-" + fault.Code, [.. fault.Arguments.Select(a => (object)Argument(a, show))]]);

    private static string Argument(string text, Show show)
        => DateOnly.TryParseExact(text.Length >= 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? show.Date(date) : show.Digits(text);
}
