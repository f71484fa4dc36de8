using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Links;

/// <summary>
/// The addresses of surveys that everybody may have: one on the web, and one for each unit and kiosk that got its own. The unit is
/// bound to the address, so that nobody answers for a branch whose poster he has not seen.
/// </summary>
public sealed class Places(IDatabase database, IAuditTrail audit)
{
    private const string Select = "SELECT token, kind, unit FROM surveys_places WHERE survey_id = @survey";

    /// <summary>Those of a survey, the general one first, then by unit.</summary>
    public async Task<IReadOnlyList<Place>> ListAsync(long surveyId, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " ORDER BY unit, kind DESC", ("survey", surveyId)).ListAsync(Read, cancellationToken);
    }

    public async Task<Place?> FindAsync(long surveyId, PlaceKind kind, string? unit, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command(Select + " AND kind = @kind AND unit = @unit", ("survey", surveyId), ("kind", Code(kind)), ("unit", unit ?? "")).ListAsync(Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The address for a unit, made where there is none yet.</summary>
    public async Task<Place> MakeAsync(Survey survey, PlaceKind kind, string? unit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(survey);
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (await transaction.Command(
                    "INSERT INTO surveys_places (token, survey_id, kind, unit) VALUES (@token, @survey, @kind, @unit) ON CONFLICT (survey_id, kind, unit) DO NOTHING",
                    ("token", Token.New()), ("survey", survey.Id), ("kind", Code(kind)), ("unit", unit ?? "")).RunAsync(cancel) > 0)
                {
                    await audit.RecordAsync(transaction, "surveys.place", "survey:" + survey.Key, cancellationToken: cancel);
                }
            },
            cancellationToken);
        return (await FindAsync(survey.Id, kind, unit, cancellationToken))!;
    }

    internal static Place Read(System.Data.Common.DbDataReader reader)
        => new(reader.GetString(0), Enum.Parse<PlaceKind>(reader.GetString(1), ignoreCase: true), reader.GetString(2) is { Length: > 0 } unit ? unit : null);

    internal static string Code(PlaceKind kind) => kind.ToString().ToLowerInvariant();
}
