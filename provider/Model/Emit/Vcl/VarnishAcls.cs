using System.Net;

namespace EdgeInfra.Model;

/// <summary>
/// ACLs as Varnish declares them, those of this moment that expressions match. Varnish takes a range only once, and only with
/// no bits beyond its prefix.
/// </summary>
internal static class VarnishAcls
{
    private const int Mapped = 96;

    /// <summary>Any name may be a word of VCL, so all get a prefix.</summary>
    public static string Symbol(string name) => "acl_" + VclName.Normalised(name);

    public static void Write(VclWriter vcl, VarnishScript script)
    {
        foreach (var name in script.UsedAcls.Order(StringComparer.Ordinal))
        {
            var entries = script.Contents.Acls.FirstOrDefault(acl => acl.Name == name)?.Entries ?? [];
            vcl.Block($"acl {Symbol(name)} {{", () =>
            {
                foreach (var range in entries.Select(entry => (Range: RangeOf(entry), entry.Negated)).GroupBy(one => one.Range, one => one.Negated))
                {
                    // A range that is both listed and negated is excluded.
                    vcl.Line($"{(range.Any(negated => negated) ? "!" : "")}\"{range.Key.Address}\"/{VclLiteral.Number(range.Key.Bits)};");
                }
            }).Line();
        }
    }

    private static (IPAddress Address, int Bits) RangeOf(AclEntry entry)
    {
        var (address, bits) = (IPAddress.Parse(entry.Ip), entry.Subnet);
        if (address.IsIPv4MappedToIPv6 && bits is null or >= Mapped)
        {
            (address, bits) = (address.MapToIPv4(), bits - Mapped);
        }

        var bytes = address.GetAddressBytes();
        var length = bits ?? bytes.Length * 8;
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return (new IPAddress(bytes), length);
    }
}
