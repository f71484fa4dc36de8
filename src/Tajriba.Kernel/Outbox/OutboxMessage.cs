namespace Tajriba.Kernel.Outbox;

/// <param name="Id">Number of the message; the same on every try, so that receivers can tell repeats.</param>
/// <param name="Kind">Which handler delivers it.</param>
/// <param name="Payload">What the handler needs.</param>
/// <param name="Created">When it was written.</param>
/// <param name="Tries">Failed deliveries so far.</param>
/// <param name="Error">Why the last one failed.</param>
public sealed record OutboxMessage(long Id, string Kind, string Payload, DateTimeOffset Created, int Tries, string? Error);
