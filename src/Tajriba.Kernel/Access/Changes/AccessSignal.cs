using Microsoft.Extensions.Primitives;

namespace Tajriba.Kernel.Access;

/// <summary>Tells this node's caches that people, roles or units have changed, here or on another node.</summary>
internal sealed class AccessSignal
{
    private CancellationTokenSource source = new();
    private long version;

    public IChangeToken Token => new CancellationChangeToken(Volatile.Read(ref source).Token);

    /// <summary>Announces a version of the tables, once.</summary>
    public void Announce(long current)
    {
        if (Interlocked.Exchange(ref version, current) != current)
        {
            Interlocked.Exchange(ref source, new CancellationTokenSource()).Cancel();
        }
    }
}
