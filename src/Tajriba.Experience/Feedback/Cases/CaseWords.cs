using System.Data.Common;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>
/// The words of a case, folded, by which it is found: what the customer said and replied, what colleagues noted, answered and did.
/// Addresses and numbers of persons are no words, so that nobody finds by them what they may not read.
/// </summary>
internal static class CaseWords
{
    /// <summary>UTF-16 units of a case that are searched, the first ones; PostgreSQL keeps no more than a megabyte of words of one row.</summary>
    private const int Most = 200_000;

    /// <summary>Whether something that was done says words.</summary>
    public static bool Says(CaseMoment moment) => moment is CaseMoment.Opened or CaseMoment.Joined || TextOf(moment) is { Length: > 0 };

    /// <summary>Keeps the words of a case in place of those that were kept.</summary>
    public static async Task KeepAsync(DbTransaction transaction, DatabaseProvider provider, long id, KeptCase kept, CancellationToken cancellationToken)
    {
        List<string?> texts = [kept.About.Said, .. kept.Case.Moments.Select(TextOf)];
        foreach (long joined in kept.Case.Items.Skip(1))
        {
            texts.Add(await transaction.Command("SELECT text FROM feedback_items WHERE id = @id", ("id", joined)).ScalarAsync<string>(cancellationToken));
        }

        string all = string.Join('\n', texts.Where(t => t is { Length: > 0 }));
        (string, object?)[] values = [("id", id), ("words", string.Join(' ', TextReading.Terms(all.Length > Most ? all[..Most] : all)))];
        if (provider == DatabaseProvider.Sqlite)
        {
            await transaction.Command("DELETE FROM feedback_case_search WHERE rowid = @id", values[0]).RunAsync(cancellationToken);
            await transaction.Command("INSERT INTO feedback_case_search (rowid, words) VALUES (@id, @words)", values).RunAsync(cancellationToken);
        }
        else
        {
            await transaction.Command(
                "INSERT INTO feedback_case_search (case_id, words) VALUES (@id, to_tsvector('simple', @words)) ON CONFLICT (case_id) DO UPDATE SET words = excluded.words", values).RunAsync(cancellationToken);
        }
    }

    private static string? TextOf(CaseMoment moment) => moment switch
    {
        CaseMoment.Noted noted => noted.Text,
        CaseMoment.Answered answered => answered.Text,
        CaseMoment.Replied replied => replied.Text,
        CaseMoment.Resolved resolved => resolved.Action,
        CaseMoment.Reopened reopened => reopened.Reason,
        CaseMoment.Rated rated => rated.Text,
        _ => null,
    };
}
