using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Organization.Objectives.Follow;

/// <summary>Remembers when people were reminded, so that none is more than once in a week.</summary>
public sealed class ReminderStore(IDatabase database)
{
    /// <summary>Days from one reminder to the next.</summary>
    public const int Days = 7;

    /// <summary>The people who were reminded less than a week ago.</summary>
    public async Task<IReadOnlySet<long>> RemindedAsync(DateOnly today, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT person_id FROM objectives_reminders WHERE reminded_on > @before", ("before", today.DayNumber - Days)).ListAsync(r => r.GetInt64(0), cancellationToken)).ToHashSet();
    }

    /// <summary>Takes a person's reminder of this week, in the caller's transaction; false where it was taken already, on whichever node.</summary>
    public static async Task<bool> TakeAsync(DbTransaction transaction, long person, DateOnly today, CancellationToken cancellationToken = default)
        => await transaction.Command(
            """
            INSERT INTO objectives_reminders (person_id, reminded_on) VALUES (@person, @today)
            ON CONFLICT (person_id) DO UPDATE SET reminded_on = excluded.reminded_on WHERE objectives_reminders.reminded_on <= @before
            """,
            ("person", person), ("today", today.DayNumber), ("before", today.DayNumber - Days)).RunAsync(cancellationToken) == 1;
}
