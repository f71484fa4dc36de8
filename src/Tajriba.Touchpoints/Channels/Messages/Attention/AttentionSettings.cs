using System.Data.Common;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Channels.Messages.Attention;

/// <summary>The rules of attention as they hold now.</summary>
public sealed class AttentionSettings(IDatabase database, ISettings settings, IAuditTrail audit)
{
    internal const string Name = "channels.attention";

    public Task<AttentionRules> GetAsync(CancellationToken cancellationToken = default) => settings.GetAsync(Name, new AttentionRules(), cancellationToken);

    public Task<AttentionRules> GetAsync(DbTransaction transaction, CancellationToken cancellationToken = default) =>
        settings.GetAsync(transaction, Name, new AttentionRules(), cancellationToken);

    /// <exception cref="ArgumentException">They break a rule; see <see cref="AttentionRules.Fault"/>.</exception>
    public Task SetAsync(AttentionRules rules, CancellationToken cancellationToken = default)
    {
        if (rules.Fault() is { } member)
        {
            throw new ArgumentException($"'{member}' is not allowed.", nameof(rules));
        }

        return database.WriteAsync(
            async (DbTransaction transaction, CancellationToken cancel) =>
            {
                await settings.SetAsync(transaction, Name, rules, cancel);
                await audit.RecordAsync(transaction, "channels.attention", "rules:attention", cancellationToken: cancel);
            },
            cancellationToken);
    }
}
