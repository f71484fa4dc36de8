namespace Tajriba.ProcessMining;

/// <summary>Finds the columns of case, activity and time by the names in common use, and names them plainly when it cannot.</summary>
internal static class ColumnGuess
{
    private static readonly string[] Cases =
        ["case:concept:name", "case_id", "caseid", "case", "case_number", "trace_id", "trace", "traceid", "incident_id", "ticket_id", "ticket", "order_id", "customer_id", "session_id", "journey_id", "process_id", "id"];

    private static readonly string[] Activities =
        ["concept:name", "activity", "activity_name", "activity_id", "event", "event_name", "event_type", "task", "action", "step", "operation"];

    private static readonly string[] Times =
        ["time:timestamp", "timestamp", "time", "datetime", "date_time", "event_time", "occurred_at", "complete_timestamp", "completion_time", "end_time", "start_timestamp", "start_time", "created_at", "date", "at"];

    public static (int Case, int Activity, int Time) Find(IReadOnlyList<string> names, ReadOptions options) =>
        (One(names, options.Case, Cases, "case", "--case"), One(names, options.Activity, Activities, "activity", "--activity"), One(names, options.Time, Times, "time", "--time"));

    private static int One(IReadOnlyList<string> names, string? wanted, string[] known, string what, string option)
    {
        if (wanted is not null)
        {
            for (int i = 0; i < names.Count; i++)
            {
                if (names[i] == wanted)
                {
                    return i;
                }
            }

            throw new LogFormatException(1, $"there is no column '{wanted}' for the {what}; the columns are {List(names)}");
        }

        string[] plain = [.. names.Select(Plain)];
        foreach (string name in known)
        {
            int at = Array.IndexOf(plain, name);
            if (at >= 0)
            {
                return at;
            }
        }

        throw new LogFormatException(1, $"no column looks like the {what}; name it with {option}; the columns are {List(names)}");
    }

    private static string Plain(string name) => name.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Take(30).Select(n => $"'{n}'"));
}
