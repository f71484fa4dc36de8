using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Tests.Channels;

public sealed class AddressRulesTests
{
    private static readonly AddressRules Rules = new([]);

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void Public_addresses_may_be_reached(string address) => Assert.True(Rules.MayReach(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.170.2")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::8.8.8.8")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:80ff:fffe")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:808:808::1")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("5f00::1")]
    public void Addresses_that_are_not_public_may_not(string address) => Assert.False(Rules.MayReach(IPAddress.Parse(address)));

    [Fact]
    public void A_network_that_is_named_may_be_reached_in_any_spelling_and_nothing_beside_it()
    {
        var rules = new AddressRules(["10.1.0.0/16", "fd12::/16"]);
        Assert.True(rules.MayReach(IPAddress.Parse("10.1.2.3")));
        Assert.True(rules.MayReach(IPAddress.Parse("::ffff:10.1.2.3")));
        Assert.True(rules.MayReach(IPAddress.Parse("fd12::5")));
        Assert.False(rules.MayReach(IPAddress.Parse("10.2.0.1")));
        Assert.False(rules.MayReach(IPAddress.Parse("fd13::5")));
        Assert.False(rules.MayReach(IPAddress.Parse("169.254.169.254")));
        Assert.Throws<FormatException>(() => new AddressRules(["10.1.0.0"]));
    }

    [Fact]
    public void An_IPv4_address_is_judged_alike_however_it_is_wrapped() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<uint>(), number =>
        {
            var bytes = BitConverter.GetBytes(number);
            var bare = new IPAddress(bytes);
            bool may = Rules.MayReach(bare);
            var translated = new IPAddress([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. bytes]);
            var compatible = new IPAddress([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. bytes]);
            return Rules.MayReach(bare.MapToIPv6()) == may && Rules.MayReach(translated) == may && !Rules.MayReach(compatible);
        }));
}
