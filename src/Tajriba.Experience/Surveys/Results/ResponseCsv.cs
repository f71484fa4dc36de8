using System.Text;
using System.Text.Json.Nodes;
using Tajriba.Questionnaires;
using Tajriba.Touchpoints.Capture.Import.Mapping;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Answers as CSV (RFC 4180), a column for each question. A cell that a spreadsheet would take for a formula gets an apostrophe in front, which the import takes off again.</summary>
internal static class ResponseCsv
{
    private static readonly string[] Own = ["response", "survey", "version", "time", "subject_type", "subject", "unit", "channel", "language", "mode", "seconds", "quality"];

    /// <summary>Reads the answers twice: once for the columns that they need, once to write them.</summary>
    public static async Task WriteAsync(Stream output, Questionnaire? questionnaire, Func<IAsyncEnumerable<SurveyResponse>> responses, CancellationToken cancellationToken)
    {
        var (answered, scored) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var response in responses().WithCancellation(cancellationToken))
        {
            answered.UnionWith(response.Answers.Select(a => a.Key));
            scored.UnionWith(response.Scores.Select(s => s.Key));
        }

        string[] questions = [.. (questionnaire?.Elements.OfType<Question>().Select(q => q.ValueName) ?? []).Concat(answered.Order(StringComparer.Ordinal)).Distinct().Take(2_000)];
        string[] scores = [.. scored.Order(StringComparer.Ordinal).Take(500)];
        await using var text = new StreamWriter(output, new UTF8Encoding(true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', Own.Concat(questions.Select(q => Cell("answer:" + q))).Concat(scores.Select(s => Cell("score:" + s)))));
        await foreach (var r in responses().WithCancellation(cancellationToken))
        {
            var cells = new[]
            {
                Digits(r.Position), r.SurveyKey, Digits(r.Version), r.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), r.SubjectType, r.SubjectId, r.Unit, r.Channel, r.Language, r.Mode,
                r.Seconds is { } seconds ? Digits(seconds) : "", string.Join(' ', r.Flags),
            };
            await text.WriteLineAsync(string.Join(',', cells.Select(Cell).Concat(questions.Select(q => Cell(Text(r.Answers[q])))).Concat(scores.Select(s => Cell(Text(r.Scores[s]))))));
        }
    }

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value => value.ToString(),
        _ => node.ToJsonString(),
    };

    private static string Digits(IFormattable number) => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture);

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var safe = FormulaSafety.Needs(Encoding.UTF8.GetBytes(value)) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
