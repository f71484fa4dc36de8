using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>
/// Makes guessing slow. A try is counted before the password is looked at, so that a thousand at once are a thousand
/// failures; a right password takes its own count back.
/// </summary>
internal sealed class AttemptLimiter(IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>Counts a try, or returns how long to wait where one of the keys has used up its patience.</summary>
    public Task<TimeSpan?> BeginAsync(IReadOnlyList<AttemptKey> keys, CancellationToken cancellationToken)
        => database.WriteAsync(
            async (transaction, token) =>
            {
                var now = time.GetUtcNow();
                var states = new List<(AttemptKey Key, State State)>();
                foreach (var key in keys.OrderBy(key => key.Text, StringComparer.Ordinal))
                {
                    states.Add((key, await LockAsync(transaction, key, Microseconds.Of(now), token)));
                }

                var until = states.Max(item => item.State.BlockedUntil);
                if (until > Microseconds.Of(now))
                {
                    return Microseconds.ToTime(until) - now;
                }

                foreach (var (key, state) in states)
                {
                    await CountAsync(transaction, key, state, now, token);
                }

                return (TimeSpan?)null;
            },
            cancellationToken);

    /// <summary>Drops what is too old to matter.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken)
        => database.WriteAsync(
            (transaction, token) => transaction
                .Command("DELETE FROM access_attempts WHERE last_failure_at < @old", ("old", Microseconds.Of(time.GetUtcNow() - Kept)))
                .RunAsync(token),
            cancellationToken);

    /// <summary>Takes a try back after the right password.</summary>
    /// <param name="cleared">Keys that start afresh.</param>
    /// <param name="reduced">Keys that lose this one failure only, so that an attacker's own account buys no tries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task SucceedAsync(IReadOnlyList<AttemptKey> cleared, IReadOnlyList<AttemptKey> reduced, CancellationToken cancellationToken)
        => database.WriteAsync(
            async (transaction, token) =>
            {
                foreach (var key in cleared)
                {
                    await transaction.Command("DELETE FROM access_attempts WHERE key_hash = @key", ("key", Secrets.Hash(key.Text))).RunAsync(token);
                }

                foreach (var key in reduced)
                {
                    await transaction.Command(
                        "UPDATE access_attempts SET failures = failures - 1 WHERE key_hash = @key AND failures > 0",
                        ("key", Secrets.Hash(key.Text))).RunAsync(token);
                }

                return 0;
            },
            cancellationToken);

    // Reads by writing: the row's lock makes tries at once follow one another. Keys come in one order, so none waits in a circle.
    private static async Task<State> LockAsync(DbTransaction transaction, AttemptKey key, long now, CancellationToken cancellationToken)
    {
        var state = (await transaction.Command(
            """
            INSERT INTO access_attempts (key_hash, failures, last_failure_at, blocked_until) VALUES (@key, 0, @now, 0)
            ON CONFLICT (key_hash) DO UPDATE SET failures = access_attempts.failures
            RETURNING failures, last_failure_at, blocked_until
            """,
            ("key", Secrets.Hash(key.Text)), ("now", now))
            .ListAsync(row => new State(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken)).Single();
        if (state.LastFailureAt <= now)
        {
            return state;
        }

        // The clock was set back: the wait begins again now, instead of lasting until the clock is there once more.
        var set = state with { LastFailureAt = now, BlockedUntil = now + Math.Max(0, state.BlockedUntil - state.LastFailureAt) };
        await transaction.Command(
            "UPDATE access_attempts SET last_failure_at = @last, blocked_until = @until WHERE key_hash = @key",
            ("key", Secrets.Hash(key.Text)), ("last", set.LastFailureAt), ("until", set.BlockedUntil)).RunAsync(cancellationToken);
        return set;
    }

    private static Task CountAsync(DbTransaction transaction, AttemptKey key, State state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var forgiven = state.Failures == 0 ? 0 : (long)((now - Microseconds.ToTime(state.LastFailureAt)) / key.Forgiving);
        var failures = (int)Math.Max(0, state.Failures - forgiven) + 1;
        var over = failures - key.Free;
        var wait = over < 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(over, 20)), key.Longest.TotalSeconds));
        return transaction.Command(
            "UPDATE access_attempts SET failures = @failures, last_failure_at = @now, blocked_until = @until WHERE key_hash = @key",
            ("key", Secrets.Hash(key.Text)), ("failures", failures), ("now", Microseconds.Of(now)), ("until", Microseconds.Of(now + wait)))
            .RunAsync(cancellationToken);
    }

    private readonly record struct State(int Failures, long LastFailureAt, long BlockedUntil);
}
