using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Tajriba.Bench.Collect;

/// <summary>One keep-alive connection that sends ready requests and reads no more of the answer than it must.</summary>
internal sealed class LoadConnection(int port) : IDisposable
{
    private readonly byte[] answer = new byte[8192];
    private Socket? socket;

    /// <summary>Status of the answer, or 0 where the connection broke.</summary>
    public async ValueTask<int> ExchangeAsync(ReadOnlyMemory<byte> request)
    {
        try
        {
            if (socket is null)
            {
                socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            }

            while (!request.IsEmpty)
            {
                request = request[await socket.SendAsync(request)..];
            }

            int filled = 0;
            while (true)
            {
                int read = await socket.ReceiveAsync(answer.AsMemory(filled));
                if (read == 0 || filled + read == answer.Length)
                {
                    Drop();
                    return 0;
                }

                filled += read;
                if (IsWhole(answer.AsSpan(0, filled), out bool closes))
                {
                    Utf8Parser.TryParse(answer.AsSpan(9, 3), out int status, out _);
                    if (closes)
                    {
                        Drop();
                    }

                    return status;
                }
            }
        }
        catch (SocketException)
        {
            Drop();
            return 0;
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    public void Dispose() => socket?.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> got, out bool closes)
    {
        closes = false;
        int end = got.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> head = got[..(end + 2)];
        closes = head.IndexOf("Connection: close"u8) >= 0;
        int at = head.IndexOf("Content-Length: "u8);
        if (at >= 0)
        {
            Utf8Parser.TryParse(head[(at + 16)..], out int length, out _);
            return got.Length >= end + 4 + length;
        }

        return head.IndexOf("Transfer-Encoding: chunked"u8) < 0 || got.EndsWith("0\r\n\r\n"u8);
    }

    private void Drop()
    {
        socket?.Dispose();
        socket = null;
    }
}
