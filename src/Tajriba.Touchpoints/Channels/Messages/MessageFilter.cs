namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>Which messages are listed; null does not narrow.</summary>
public sealed record MessageFilter(MessageState? State = null, string? Reason = null, string? Channel = null, string? Programme = null, string? Purpose = null, string? Customer = null)
{
    internal (string Where, (string Name, object? Value)[] Values) Sql()
    {
        (string Column, object? Value)[] all =
        [
            ("state", State is { } state ? MessageStore.Code(state) : null), ("reason", Reason), ("channel", Channel), ("programme", Programme), ("purpose", Purpose), ("customer_id", Customer),
        ];
        (string Column, object? Value)[] set = [.. all.Where(a => a.Value is not null)];
        return (string.Concat(set.Select(s => $" AND {s.Column} = @{s.Column}")), set);
    }
}
