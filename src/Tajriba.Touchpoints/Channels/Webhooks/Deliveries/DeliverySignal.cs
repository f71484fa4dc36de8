namespace Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

/// <summary>Wakes the sender of this node where something became due.</summary>
public sealed class DeliverySignal
{
    private readonly SemaphoreSlim raised = new(0, 1);

    public void Raise()
    {
        try
        {
            raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been told already.
        }
    }

    /// <summary>Waits until it is raised, or the time is over.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => raised.WaitAsync(atMost, cancellationToken);
}
