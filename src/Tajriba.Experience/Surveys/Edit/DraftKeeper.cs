using System.Globalization;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Edit;

/// <summary>Keeps drafts while they are written, faults and all, and notices when two people write at once.</summary>
internal sealed class DraftKeeper(IDatabase database, SurveyStore store, IAuditTrail audit, ICurrentPerson person, TimeProvider clock)
{
    /// <summary>What stands there now, so that whoever saves says what they started from.</summary>
    public static string RevisionOf(Survey survey)
        => survey is { Draft: not null, DraftAt: { } at } ? Microseconds.Of(at).ToString(CultureInfo.InvariantCulture) : "v" + survey.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is being worked on: the draft, else the version that is asked.</summary>
    public async Task<string> DefinitionOfAsync(Survey survey, CancellationToken cancellationToken)
        => survey.Draft ?? (await store.VersionAsync(survey.Id, survey.Version, cancellationToken))?.Body ?? "{}";

    /// <summary>Keeps a definition unless another was kept since the revision; gives the revision that it has, or null.</summary>
    public async Task<string?> SaveAsync(Survey survey, string definition, string revision, CancellationToken cancellationToken)
    {
        if (revision != RevisionOf(survey))
        {
            return null;
        }

        var was = survey.DraftAt is { } at ? Microseconds.Of(at) : 0;
        var now = Math.Max(Microseconds.Of(clock.GetUtcNow()), was + 1);
        var condition = survey.Draft is null ? "draft IS NULL AND version = @version" : "draft IS NOT NULL AND draft_at = @was";
        var saved = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                var count = await transaction.Command(
                    $"UPDATE surveys_surveys SET draft = @draft, draft_at = @now, draft_by = @by WHERE id = @id AND deleted_at IS NULL AND {condition}",
                    ("draft", definition), ("now", now), ("by", person.Name), ("id", survey.Id), ("version", survey.Version), ("was", was)).RunAsync(cancel);

                // One record for a stretch of work, not one for every word.
                if (count > 0 && (survey.Draft is null || survey.DraftBy != person.Name))
                {
                    await audit.RecordAsync(transaction, "surveys.draft", "survey:" + survey.Key, cancellationToken: cancel);
                }

                return count > 0;
            },
            cancellationToken);
        return saved ? now.ToString(CultureInfo.InvariantCulture) : null;
    }
}
