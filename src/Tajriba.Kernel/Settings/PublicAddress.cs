using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Tajriba.Kernel.Settings;

/// <summary>
/// The address under which others reach the product, for whatever is written down and used elsewhere: one-time links,
/// snippets, what a client library is told. <c>Tajriba:PublicUrl</c> where it is configured, so that a forged Host header
/// leads nobody astray; else what the caller asked at.
/// </summary>
public sealed class PublicAddress
{
    /// <exception cref="InvalidOperationException">The configured address is not one of http or https without a path.</exception>
    public PublicAddress(IConfiguration configuration)
    {
        if (configuration["Tajriba:PublicUrl"] is { Length: > 0 } text)
        {
            Configured = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0
                ? address
                : throw new InvalidOperationException("Tajriba:PublicUrl is an address like https://cx.example.com.");
        }
    }

    /// <summary>The configured address, or null.</summary>
    public Uri? Configured { get; }

    /// <summary>The configured address, else the one that the caller asked at.</summary>
    /// <exception cref="BadHttpRequestException">The caller named no address.</exception>
    public Uri Of(HttpRequest request) =>
        Configured ?? (Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out var address) ? address : throw new BadHttpRequestException("The Host header is no address."));
}
