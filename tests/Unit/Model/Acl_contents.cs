using System.Net;
using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Acl_contents
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("10.0.0.0/8", "10.255.255.255", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("10.1.2.3/8", "10.9.9.9", true)] // bits behind the prefix do not count
    [InlineData("10.0.0.128/25", "10.0.0.127", false)]
    [InlineData("0.0.0.0/0", "203.0.113.9", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("::/0", "2001:db8::1", true)]
    [InlineData("::/0", "203.0.113.9", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("2001:DB8::1", "2001:db8:0:0::1", true)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)] // one address, two ways to write it
    [InlineData("::ffff:10.0.0.0/104", "10.1.2.3", true)]
    public void Cover_the_addresses_of_their_ranges(string entry, string address, bool contained) =>
        Assert.Equal(contained, Contains(address, entry));

    [Theory]
    [InlineData("10.1.1.1", false, "10.0.0.0/8", "!10.1.0.0/16")]
    [InlineData("10.2.1.1", true, "10.0.0.0/8", "!10.1.0.0/16")]
    [InlineData("10.1.1.1", true, "10.0.0.0/8", "!10.1.0.0/16", "10.1.1.1")]
    [InlineData("10.1.1.1", true, "10.1.1.1", "!10.1.0.0/16", "10.0.0.0/8")] // the order means nothing
    [InlineData("10.1.1.1", false, "!10.1.1.1", "10.1.1.1/32")]
    [InlineData("10.1.1.1", false, "10.1.1.1", "!10.1.1.1")]
    [InlineData("192.0.2.1", false, "!10.0.0.0/8")]
    [InlineData("2001:db8:1::1", false, "2001:db8::/32", "!2001:db8:1::/48")]
    [InlineData("2001:db8:2::1", true, "2001:db8::/32", "!2001:db8:1::/48")]
    [InlineData("10.1.1.1", false)]
    public void Let_the_longest_prefix_decide(string address, bool contained, params string[] entries) =>
        Assert.Equal(contained, Contains(address, entries));

    [Fact]
    public void Agree_with_a_plain_comparison_of_bits()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var entries = Enumerable.Range(0, random.Next(1, 8)).Select(_ => (Ip: Near(random), Length: random.Next(0, 33), Negated: random.Next(3) == 0)).ToList();
            var acl = new AclContent("a", [.. entries.Select(e => new AclEntry { Ip = $"{new IPAddress(e.Ip)}", Subnet = e.Length, Negated = e.Negated })]).ToAcl();
            var asked = Near(random);
            var covering = entries.Where(e => Bits(e.Ip)[..e.Length] == Bits(asked)[..e.Length]).ToList();
            var longest = covering.Where(e => e.Length == covering.Max(other => other.Length)).ToList();
            Assert.Equal(longest.Count > 0 && longest.All(e => !e.Negated), acl.Contains(new IPAddress(asked)));
        }
    }

    private static byte[] Near(Random random) => [10, (byte)random.Next(2), (byte)random.Next(4), (byte)random.Next(256)];

    private static string Bits(byte[] address) => string.Concat(address.Select(part => part.ToString("b8", System.Globalization.CultureInfo.InvariantCulture)));

    private static bool Contains(string address, params string[] entries) =>
        new AclContent("list", [.. entries.Select(Entry)]).ToAcl().Contains(IPAddress.Parse(address));

    private static AclEntry Entry(string text)
    {
        var parts = text.TrimStart('!').Split('/');
        return new AclEntry
        {
            Ip = parts[0],
            Subnet = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : null,
            Negated = text[0] == '!',
        };
    }
}
