using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Links;

/// <summary>
/// Makes links for one person. A link is bound to its survey, customer, unit and end by its row, which is found by the hash
/// of its token alone: a token that was changed is another, which nobody has.
/// </summary>
public sealed class SurveyLinks(TimeProvider clock)
{
    public const int LongestContext = 16 * 1024;

    /// <summary>Makes a link within the transaction of what it is made for; gives its path, <c>/s/…</c>, which is told this once.</summary>
    /// <exception cref="ArgumentException">There is no such survey, or an argument breaks a rule.</exception>
    public async Task<string> CreateAsync(DbTransaction transaction, NewSurveyLink link, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        Check(link);
        var survey = await transaction.Command("SELECT id FROM surveys_surveys WHERE survey_key = @key AND deleted_at IS NULL", ("key", link.SurveyKey)).ScalarAsync<long?>(cancellationToken)
            ?? throw new ArgumentException("There is no such survey.", nameof(link));
        var token = Token.New();
        await transaction.Command(
            """
            INSERT INTO surveys_links (token_hash, survey_id, mode, customer_id, context, objects, unit, channel, invitation_id, programme, language, single_use, expires_at, made_at, is_test, used_at)
            VALUES (@hash, @survey, @mode, @customer, @context, @objects, @unit, @channel, @invitation, @programme, @language, @single, @expires, @now, @test,
                (SELECT MIN(used_at) FROM surveys_links WHERE survey_id = @survey AND invitation_id = @invitation AND single_use = 1))
            """,
            ("hash", Token.Hash(token)), ("survey", survey), ("mode", link.Mode.ToString().ToLowerInvariant()), ("customer", link.CustomerId), ("context", link.ContextJson),
            ("objects", JsonSerializer.Serialize(link.ObjectRefs)), ("unit", link.Unit), ("channel", link.Channel), ("invitation", link.InvitationId), ("programme", link.Programme),
            ("language", link.Language), ("single", (short)(link.SingleUse ? 1 : 0)),
            ("expires", link.ExpiresAt is { } end ? Microseconds.Of(end) : null), ("now", Microseconds.Of(clock.GetUtcNow())), ("test", (short)(link.IsTest ? 1 : 0)))
            .RunAsync(cancellationToken);
        return "/s/" + token;
    }

    /// <summary>
    /// Uses a link up; false where it was before. All links for one use that an invitation sent, its reminders' too, stand for one
    /// answer: they are taken together, each row once, so that of two tabs or two letters one counts.
    /// </summary>
    internal static async Task<bool> TakeAsync(DbTransaction transaction, SurveyLink link, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (string, object?)[] values = [("now", Microseconds.Of(now)), ("id", link.Id), ("invitation", link.Invitation)];
        if (!link.SingleUse || link.Invitation is null)
        {
            return await transaction.Command("UPDATE surveys_links SET used_at = @now WHERE id = @id AND (single_use = 0 OR used_at IS NULL)", values).RunAsync(cancellationToken) > 0;
        }

        const string ofInvitation = "invitation_id = @invitation AND single_use = 1 AND survey_id = (SELECT survey_id FROM surveys_links WHERE id = @id)";
        var all = await transaction.Command($"SELECT COUNT(*) FROM surveys_links WHERE {ofInvitation}", values).ScalarAsync<long>(cancellationToken);
        return await transaction.Command($"UPDATE surveys_links SET used_at = @now WHERE {ofInvitation} AND used_at IS NULL", values).RunAsync(cancellationToken) >= all;
    }

    private static void Check(NewSurveyLink link)
    {
        if (link.CustomerId is { Length: 0 or > 200 } || link.ObjectRefs.Count > 50)
        {
            throw new ArgumentException("A customer's id has 1 to 200 characters, and at most 50 objects are told.", nameof(link));
        }

        if (new[] { link.Channel, link.Unit, link.InvitationId, link.Programme }.Any(t => t is { Length: 0 or > 100 })
            || link.ObjectRefs.Any(o => o.Type is not { Length: > 0 and <= 100 } || o.Id is not { Length: > 0 and <= 200 } || o.Qualifier is not { Length: <= 100 }))
        {
            throw new ArgumentException("Channel, unit, invitation and programme have at most 100 characters, objects a type and an id.", nameof(link));
        }

        if (link.Language is { } language && !ReaderPreferences.Languages.Contains(language))
        {
            throw new ArgumentException("The language is none of ours.", nameof(link));
        }

        if (link.ContextJson is { } context
            && (context.Length > LongestContext || EventAttributes.Fault(System.Text.Encoding.UTF8.GetBytes(context)) is not null))
        {
            throw new ArgumentException("The context is a JSON object of at most 16 KiB.", nameof(link));
        }
    }
}
