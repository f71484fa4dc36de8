using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Kernel.Access;

/// <summary>Opens what <see cref="KeySealer"/> sealed. Its name stands in the database, beside each key: it must not change.</summary>
internal sealed class KeyOpener : IXmlDecryptor
{
    private readonly KeySecret secret;

    // The framework makes decryptors by name and hands them only this.
    public KeyOpener(IServiceProvider services) => secret = services.GetRequiredService<KeySecret>();

    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(secret.Open(Convert.FromBase64String(encryptedElement.Value)));
}
