namespace Tajriba.Kernel.Storage;

/// <summary>Notices a write inside a write, which would wait for itself for ever.</summary>
internal sealed class WriteScope : IDisposable
{
    private static readonly AsyncLocal<WriteScope?> Current = new();

    private volatile bool ended;

    public static WriteScope Enter()
    {
        if (Current.Value is { ended: false })
        {
            throw new InvalidOperationException("A write was started inside another write. Pass on the transaction at hand instead.");
        }

        return Current.Value = new WriteScope();
    }

    public void Dispose() => ended = true;
}
