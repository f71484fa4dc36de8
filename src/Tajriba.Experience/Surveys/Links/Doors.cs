using System.Collections.Concurrent;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Links;

/// <summary>
/// Finds what stands behind a token. Addresses that everybody may have are remembered for some seconds, so that a survey which is
/// asked on television costs no look-up a visitor; links of one person are read each time. What leads nowhere costs the same two
/// look-ups whatever it is made of.
/// </summary>
public sealed class Doors(IDatabase database, TimeProvider clock)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(3);

    private static readonly string SurveyColumns = string.Join(", ", SurveyStore.Columns.Split(", ").Select(c => c is "draft" or "draft_by" or "draft_at" ? "NULL AS " + c : "s." + c));

    private static readonly string OfPlace =
        $"SELECT {SurveyColumns}, p.token, p.kind, p.unit FROM surveys_places p JOIN surveys_surveys s ON s.id = p.survey_id WHERE p.token = @token AND s.deleted_at IS NULL";

    private static readonly string OfLink =
        $"SELECT {SurveyColumns}, {string.Join(", ", SurveyLink.Columns.Split(", ").Select(c => "l." + c))} FROM surveys_links l JOIN surveys_surveys s ON s.id = l.survey_id WHERE l.token_hash = @hash AND s.deleted_at IS NULL";

    private readonly ConcurrentDictionary<string, (Door Door, long Until)> places = new(StringComparer.Ordinal);

    /// <summary>After a change of a survey: forgets what is remembered.</summary>
    public void Forget() => places.Clear();

    /// <summary>Whether a token can be answered without looking it up.</summary>
    internal bool IsRemembered(string? token) => token is not null && places.TryGetValue(token, out var known) && known.Until > clock.GetTimestamp();

    internal async ValueTask<Door?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (!Token.IsOne(token))
        {
            return null;
        }

        var now = clock.GetTimestamp();
        if (places.TryGetValue(token!, out var known) && known.Until > now)
        {
            return known.Door;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var columns = SurveyStore.Columns.Split(", ").Length;
        var found = await connection.Command(OfPlace, ("token", token)).ListAsync(
            r => new Door(SurveyStore.Read(r), new Place(r.GetString(columns), Enum.Parse<PlaceKind>(r.GetString(columns + 1), ignoreCase: true), r.GetString(columns + 2) is { Length: > 0 } unit ? unit : null), null),
            cancellationToken);
        if (found.Count > 0)
        {
            if (places.Count >= MostRemembered)
            {
                places.Clear();
            }

            places[token!] = (found[0], now + (long)(Remembered.TotalSeconds * clock.TimestampFrequency));
            return found[0];
        }

        found = await connection.Command(OfLink, ("hash", Token.Hash(token!))).ListAsync(r => new Door(SurveyStore.Read(r), null, SurveyLink.Read(r, columns)), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }
}
