using System.Data.Common;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Understand.Edit;

/// <summary>After a change of the taxonomy reads again what was told already, the latest first, in steps that a stopped process goes on from.</summary>
public sealed class TopicJob(IDatabase database, ISettings settings, FeedbackSettings set, FeedbackStore feedback, TopicBook taxonomy) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "feedback.topics";

    private const int Batch = 500;
    private const int MostBatches = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        TopicRelabelling stand = await settings.GetAsync(TopicRelabelling.Name, new TopicRelabelling(DateTimeOffset.MinValue, 0, 0), cancellationToken);
        DateTimeOffset changed = set.LastOf([SettingKind.Topic]);
        if (changed > stand.For)
        {
            long latest = (await feedback.PageAsync(new() { Units = UnitScope.Everything }, long.MaxValue, 1, cancellationToken)).Select(i => i.Id).FirstOrDefault();
            stand = new(changed, latest, latest + 1);
        }
        else if (stand.IsDone)
        {
            return;
        }

        var reading = new TextReading(taxonomy.Now);
        for (int i = 0; i < MostBatches && !stand.IsDone; i++)
        {
            IReadOnlyList<FeedbackItem> items = await feedback.PageAsync(new() { Units = UnitScope.Everything }, stand.Below, Batch, cancellationToken);
            stand = stand with { Below = items.Count < Batch ? 0 : items[^1].Id };
            var changes = items.Select(item => (Item: item, Read: reading.Read(item.Text, item.Language, item.Kind, item.Rating)))
                .Where(c => !c.Read.Topics.SequenceEqual(c.Item.Topics) || c.Read.Urgency != c.Item.Urgency || c.Read.Reason != c.Item.Reason).ToList();
            await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    foreach (var (item, read) in changes)
                    {
                        await ChangeAsync(transaction, item.Id, read, cancel);
                    }

                    await settings.SetAsync(transaction, TopicRelabelling.Name, stand, cancel);
                },
                cancellationToken);
        }
    }

    private static Task<int> ChangeAsync(DbTransaction transaction, long id, Understanding read, CancellationToken cancellationToken) => transaction.Command(
        "UPDATE feedback_items SET topics = @topics, urgency = @urgency, reason = @reason WHERE id = @id",
        ("topics", FeedbackStore.Written(read.Topics)), ("urgency", (short)read.Urgency), ("reason", read.Reason.ToString()), ("id", id)).RunAsync(cancellationToken);
}
