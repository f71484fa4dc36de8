using System.Globalization;
using System.Net.Security;
using System.Text;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>One conversation with a relay (RFC 5321).</summary>
internal sealed class SmtpTalk(Stream connection) : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private const int MostLines = 100;
    private Stream stream = connection;
    private readonly byte[] one = new byte[1];

    /// <summary>Reads an answer and gives its lines where its code begins with a digit, else throws.</summary>
    public async Task<IReadOnlyList<string>> ExpectAsync(char first, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        do
        {
            lines.Add(await ReadLineAsync(cancellationToken));
        }
        while (lines.Count < MostLines && lines[^1].Length > 3 && lines[^1][3] == '-');

        if (lines[^1].Length < 3 || !int.TryParse(lines[^1].AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int code))
        {
            throw new SmtpAnswerException(0, "The relay does not speak SMTP.");
        }

        return lines[^1][0] == first ? lines : throw new SmtpAnswerException(code, lines[^1]);
    }

    public async Task<IReadOnlyList<string>> SayAsync(string line, char first, CancellationToken cancellationToken)
    {
        if (line.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException("One line is said at a time.", nameof(line));
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellationToken);
        return await ExpectAsync(first, cancellationToken);
    }

    /// <summary>Everything from now on is encrypted, with the relay that the certificate names.</summary>
    public async Task SecureAsync(SslClientAuthenticationOptions options, CancellationToken cancellationToken)
    {
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = secure;
        await secure.AuthenticateAsClientAsync(options, cancellationToken);
    }

    /// <summary>Sends a message; lines that begin with a dot get another (RFC 5321, 4.5.2).</summary>
    public async Task<IReadOnlyList<string>> SendAsync(string mime, CancellationToken cancellationToken)
    {
        string stuffed = mime.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(stuffed + (stuffed.EndsWith("\r\n", StringComparison.Ordinal) ? ".\r\n" : "\r\n.\r\n")), cancellationToken);
        return await ExpectAsync('2', cancellationToken);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    /// <summary>Byte by byte, so that nothing that was said before TLS is taken for said within it.</summary>
    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                throw new IOException("The relay hung up.");
            }

            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(one[0] is >= 0x20 and < 0x7F or (byte)'\r' ? (char)one[0] : '?');
        }

        throw new IOException("The relay's answer is too long.");
    }
}
