using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Quality;

/// <summary>How long people usually take for a question of a version: the median over its last answers, looked up once a minute.</summary>
public sealed class UsualPace(IDatabase database, TimeProvider clock)
{
    /// <summary>Answers below which nothing is usual yet.</summary>
    public const int Least = 20;

    private const int Most = 500;
    private const int MostKnown = 1_000;

    private readonly ConcurrentDictionary<(string Survey, int Version), (double? Seconds, DateTimeOffset Until)> known = new();

    public async ValueTask<double?> SecondsPerQuestionAsync(string surveyKey, int version, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue((surveyKey, version), out var usual) && usual.Until > now)
        {
            return usual.Seconds;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var paces = await connection.Command(
            "SELECT seconds, answers FROM surveys_response WHERE survey_key = @key AND version = @version AND seconds > 0 ORDER BY answered_at DESC LIMIT @most",
            ("key", surveyKey), ("version", version), ("most", Most)).ListAsync(
                r => r.GetDouble(0) / Math.Max(1, ResponseQuality.Answered(JsonNode.Parse(r.GetString(1))!.AsObject())), cancellationToken);
        paces.Sort();
        double? median = paces.Count < Least ? null : (paces[(paces.Count - 1) / 2] + paces[paces.Count / 2]) / 2;
        if (known.Count >= MostKnown)
        {
            known.Clear();
        }

        known[(surveyKey, version)] = (median, now + TimeSpan.FromMinutes(1));
        return median;
    }
}
