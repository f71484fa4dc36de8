using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;

namespace Tajriba.Host.Tests.Sockets;

/// <summary>The product on real sockets, with limits of a test's own.</summary>
internal sealed class WireSite : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> site;
    private readonly X509Certificate2? certificate;

    private WireSite(WebApplicationFactory<Program> site, X509Certificate2? certificate)
    {
        (this.site, this.certificate) = (site, certificate);
        Address = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public IServiceProvider Services => site.Services;

    /// <param name="from">Whose database it serves.</param>
    /// <param name="secure">Whether it speaks TLS.</param>
    /// <param name="settings">Names and values under <c>Tajriba:Limits</c>, or whole names.</param>
    public static WireSite Start(TestSite from, bool secure, params (string Name, string Value)[] settings)
    {
        WebApplicationFactory<Program> started = from.WithWebHostBuilder(builder =>
        {
            foreach ((string name, string value) in settings)
            {
                builder.UseSetting(name.Contains(':', StringComparison.Ordinal) ? name : "Tajriba:Limits:" + name, value);
            }
        });
        X509Certificate2? own = secure ? Certificate() : null;
        started.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (own is not null)
            {
                listen.UseHttps(own);
            }
        }));
        started.StartServer();
        return new WireSite(started, own);
    }

    public Task<RawConnection> ConnectAsync() => RawConnection.OpenAsync(Address.Port);

    /// <summary>A TLS connection that offers HTTP/2.</summary>
    public Task<RawConnection> ConnectSecurelyAsync() => RawConnection.OpenAsync(Address.Port, [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11]);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        certificate?.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
