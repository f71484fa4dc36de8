using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>Forgets which pages of forms were sent, a month after what they told was read: nobody sends them again, and their codes lead to what was read.</summary>
public sealed class FormJob(IDatabase database, TimeProvider clock) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "feedback.forms";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task RunAsync(CancellationToken cancellationToken) => database.WriteAsync(
        (transaction, cancel) => transaction.Command(
            "DELETE FROM feedback_form_entries WHERE told_at < @before AND EXISTS (SELECT 1 FROM feedback_items i WHERE i.code = feedback_form_entries.code)",
            ("before", Microseconds.Of(clock.GetUtcNow() - Kept))).RunAsync(cancel),
        cancellationToken);
}
