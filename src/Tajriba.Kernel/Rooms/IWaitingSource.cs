namespace Tajriba.Kernel.Rooms;

/// <summary>Tells what waits for the person behind the request; the home page gathers it. Registered as scoped.</summary>
public interface IWaitingSource
{
    Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken);
}

/// <summary>One thing that waits for the reader.</summary>
/// <param name="Icon">Name of a Tabler icon.</param>
/// <param name="Text">What it is, in the reader's language.</param>
/// <param name="Href">Where it is done.</param>
public sealed record WaitingItem(string Icon, string Text, string Href);
