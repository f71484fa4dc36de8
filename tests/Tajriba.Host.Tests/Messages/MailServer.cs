using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Tajriba.Host.Tests.Messages;

/// <summary>Node's smtp-server with mailparser behind it, from <c>tests/clients</c>.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly Process process;

    private MailServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public ConcurrentQueue<JsonElement> Mails { get; } = [];

    /// <param name="busy">So many messages it turns away for now at first.</param>
    /// <param name="cut">So many times it hangs up in the middle of a message at first.</param>
    /// <param name="certificate">Offers STARTTLS with this one.</param>
    /// <param name="isLogin">Takes passwords by AUTH LOGIN alone.</param>
    public static async Task<MailServer> OpenAsync(int busy = 0, int cut = 0, X509Certificate2? certificate = null, bool isLogin = false)
    {
        var options = JsonSerializer.Serialize(new { busy, cut, login = isLogin, key = certificate?.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(), cert = certificate?.ExportCertificatePem() });
        var folder = Path.Combine(Checkout.Root, "tests", "clients");
        Skip.IfNot(Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server")), "run npm ci in tests/clients");
        var started = Process.Start(new ProcessStartInfo("node", ["smtp-server.mjs", options])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var first = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server ended.");
        var server = new MailServer(started, JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32());
        _ = server.ReadAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Mails.Enqueue(JsonDocument.Parse(line).RootElement.Clone());
        }
    }

    /// <summary>A certificate for the name, which vouches for itself.</summary>
    public static X509Certificate2 Certify(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(150));
    }
}
