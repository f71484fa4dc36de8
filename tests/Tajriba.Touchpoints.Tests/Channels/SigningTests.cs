using System.Security.Cryptography;
using System.Text;
using Tajriba.Touchpoints.Channels.Webhooks.Signing;

namespace Tajriba.Touchpoints.Tests.Channels;

public sealed class SigningTests
{
    /// <summary>
    /// The first is the known answer of the reference libraries' own tests (github.com/standard-webhooks/standard-webhooks,
    /// libraries/javascript/src/webhook.test.ts). The others were made by the npm package standardwebhooks 1.1.1; the second
    /// signs the example message of the specification 1.0.0 ("Signature scheme"), which is published without its secret.
    /// </summary>
    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", 1674087231,
        """{"type":"contact.created","timestamp":"2022-11-03T20:26:10.344522Z","data":{"id":"1f81eb52-5198-4599-803e-771906343485"}}""",
        "v1,ARw42xaAApl/nxRo+iPGYwSaMQaOwMo2eyH5JBRA+bQ=")]
    [InlineData("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "msg_0f1e2d3c", 1, "", "v1,PT0vR8yqb010VJ9YRYoLDzzXfyyKXIjFp+EBGZKuARA=")]
    [InlineData(
        "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", 1674087231,
        """{"type":"order.completed","timestamp":"2023-01-19T00:13:51Z","data":{"name":"Order Completed"}}""", "v1,WHY3d2oAPt6Ou5IwaReYFtmEcAdjRVl2r+cTEiPEYn0=")]
    [InlineData(
        "whsec_//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eDf3t3c29rZ2NfW1dTT0tHQ", "msg_fa", 1893456000,
        """{"type":"event","data":{"name":"سفارش تکمیل شد ✓"}}""", "v1,2NhMRCQ15eKaMGVIV7T42DJOoOjGUaJxly/uvOGc+b8=")]
    public void Signatures_equal_those_of_the_reference(string secret, string id, long timestamp, string body, string signature) =>
        Assert.Equal(signature, WebhookSecret.Parse(secret).Sign(id, DateTimeOffset.FromUnixTimeSeconds(timestamp), Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_new_secret_has_256_bits_and_reads_back()
    {
        WebhookSecret secret = WebhookSecret.New();
        Assert.StartsWith("whsec_", secret.Reveal(), StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(secret.Reveal()["whsec_".Length..]).Length);
        Assert.Equal(secret.Reveal(), WebhookSecret.Parse(secret.Reveal()).Reveal());
        Assert.NotEqual(secret.Reveal(), WebhookSecret.New().Reveal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_AAAA")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_not base64 at all!")]
    public void What_is_no_secret_is_not_taken(string text) => Assert.Throws<FormatException>(() => WebhookSecret.Parse(text));

    [Fact]
    public void A_secret_longer_than_the_specification_allows_is_not_taken() =>
        Assert.Throws<FormatException>(() => WebhookSecret.Parse("whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(65))));
}
