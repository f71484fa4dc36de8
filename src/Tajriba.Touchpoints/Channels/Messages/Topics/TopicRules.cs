using System.Data.Common;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages.Consent;

namespace Tajriba.Touchpoints.Channels.Messages.Topics;

/// <summary>Adds, renames and removes topics; every change is audited. What people said of a topic stays, and holds again where it comes back.</summary>
public sealed class TopicRules(IDatabase database, ISettings settings, IAuditTrail audit)
{
    public const int Most = 30;
    private const int LongestCode = 40;
    private const int LongestName = 100;

    /// <summary>The member that breaks a rule, or null.</summary>
    public static string? Fault(MessageTopic topic) =>
        topic.Code.Length is 0 or > LongestCode || topic.Code.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') ? "code"
        : new[] { topic.En, topic.Fa, topic.Ar }.Any(name => name.Length is 0 or > LongestName || name.Any(char.IsControl)) ? "names"
        : null;

    /// <summary>False where the code is taken or there are too many.</summary>
    public Task<bool> AddAsync(MessageTopic topic, CancellationToken cancellationToken = default) =>
        WriteAsync("channels.topic-add", topic.Code, topics => topics.Any(t => t.Code == topic.Code) || topics.Count >= Most ? null : [.. topics, topic], cancellationToken);

    /// <summary>False where there is none.</summary>
    public Task<bool> ChangeAsync(MessageTopic topic, CancellationToken cancellationToken = default) =>
        WriteAsync("channels.topic-change", topic.Code, topics => topics.Any(t => t.Code == topic.Code) ? [.. topics.Select(t => t.Code == topic.Code ? topic : t)] : null, cancellationToken);

    /// <summary>False where there is none, or it is the last.</summary>
    public Task<bool> RemoveAsync(string code, CancellationToken cancellationToken = default) =>
        WriteAsync("channels.topic-remove", code, topics => topics.Count > 1 && topics.Any(t => t.Code == code) ? [.. topics.Where(t => t.Code != code)] : null, cancellationToken);

    private Task<bool> WriteAsync(string action, string code, Func<IReadOnlyList<MessageTopic>, IReadOnlyList<MessageTopic>?> change, CancellationToken cancellationToken) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            if (change(await settings.GetAsync(transaction, ConsentStore.TopicsSetting, MessageTopic.Usual, cancel)) is not { } topics)
            {
                return false;
            }

            await settings.SetAsync(transaction, ConsentStore.TopicsSetting, topics, cancel);
            await audit.RecordAsync(transaction, action, "topic:" + code, cancellationToken: cancel);
            return true;
        },
        cancellationToken);
}
