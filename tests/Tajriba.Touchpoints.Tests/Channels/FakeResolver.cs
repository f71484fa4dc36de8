using System.Net;
using System.Net.Sockets;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Tests.Channels;

/// <summary>Names as a hostile name server gives them: each time the next answer, the last one from then on.</summary>
internal sealed class FakeResolver : IHostResolver
{
    private readonly Dictionary<string, Queue<IPAddress[]>> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    public FakeResolver Say(string host, params string[] answers)
    {
        names[host] = new(answers.Select(answer => answer.Split(' ').Select(IPAddress.Parse).ToArray()));
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Asked++;
        if (!names.TryGetValue(host, out Queue<IPAddress[]>? answers))
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        return Task.FromResult<IReadOnlyList<IPAddress>>(answers.Count > 1 ? answers.Dequeue() : answers.Peek());
    }
}
