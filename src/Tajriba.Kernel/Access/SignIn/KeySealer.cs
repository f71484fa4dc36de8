using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Tajriba.Kernel.Access;

/// <summary>Seals a key before it goes to the database.</summary>
internal sealed class KeySealer(KeySecret secret) : IXmlEncryptor
{
    public const string Element = "sealed";
    public const string MarkAttribute = "by";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
        => new(
            new XElement(Element, new XAttribute(MarkAttribute, secret.Mark), Convert.ToBase64String(secret.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting)))),
            typeof(KeyOpener));
}
