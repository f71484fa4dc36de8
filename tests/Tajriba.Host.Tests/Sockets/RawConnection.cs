using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Tajriba.Host.Tests.Sockets;

/// <summary>One connection, on which a test sends whatever bytes it likes.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TcpClient client;
    private readonly Stream stream;

    private RawConnection(TcpClient client, Stream stream) => (this.client, this.stream) = (client, stream);

    /// <summary>What TLS agreed on; null without TLS.</summary>
    public SslApplicationProtocol? Protocol => (stream as SslStream)?.NegotiatedApplicationProtocol;

    public static async Task<RawConnection> OpenAsync(int port, IReadOnlyList<SslApplicationProtocol>? secureBy = null)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", port);
        if (secureBy is null)
        {
            return new RawConnection(socket, socket.GetStream());
        }

        var secure = new SslStream(socket.GetStream());
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [.. secureBy],
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });
        return new RawConnection(socket, secure);
    }

    /// <summary>Sends; false where the server has closed the connection.</summary>
    public async Task<bool> TrySendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await stream.WriteAsync(bytes);
            await stream.FlushAsync();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public Task<bool> TrySendAsync(string text) => TrySendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Says that nothing more comes, and goes on listening.</summary>
    public void EndSending() => client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Sends a text byte by byte until the server closes the connection or it is out.</summary>
    public async Task DripAsync(string text, TimeSpan pause)
    {
        foreach (char c in text)
        {
            if (!await TrySendAsync(c.ToString()))
            {
                return;
            }

            await Task.Delay(pause);
        }
    }

    /// <summary>Everything until the server closes the connection, which it must.</summary>
    public async Task<byte[]> BytesToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var all = new MemoryStream();
        byte[] buffer = new byte[4 * 1024];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, patience.Token)) > 0;)
            {
                all.Write(buffer, 0, read);
            }
        }
        catch (IOException)
        {
            // Closed with bytes of ours unread: what it said before stands.
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"Still open, after: {Encoding.Latin1.GetString(all.ToArray())}", e);
        }

        return all.ToArray();
    }

    public async Task<string> ToEndAsync() => Encoding.Latin1.GetString(await BytesToEndAsync());

    /// <summary>The first line of the next answer on a connection that stays open.</summary>
    public async Task<string> FirstLineAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        byte[] buffer = new byte[64 * 1024];
        int read = await stream.ReadAsync(buffer, patience.Token);
        return Encoding.Latin1.GetString(buffer, 0, read).Split("\r\n")[0];
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return stream.DisposeAsync();
    }
}
