namespace Tajriba.Kernel.Outbox;

/// <summary>Delivers messages of one kind. Register it as <c>services.AddSingleton&lt;IOutboxHandler, T&gt;()</c>.</summary>
public interface IOutboxHandler
{
    string Kind { get; }

    /// <summary>Delivers one message, or throws to have it tried again later. May meet the same message twice.</summary>
    Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken);
}
