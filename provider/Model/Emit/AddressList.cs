using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// The entries of an ACL, ready to be asked. The entry with the longest prefix that covers an address decides; where a
/// range is both listed and negated, it is excluded.
/// </summary>
internal sealed class AddressList : IAcl
{
    private const int Bits = 128, Ipv4Offset = 96;

    private readonly Ranges[] _ipv4, _ipv6;

    public AddressList(IEnumerable<AclEntry> entries)
    {
        var ranges = entries.Select(RangeOf).ToLookup(range => range.IsIpv4);
        (_ipv4, _ipv6) = (ByLength(ranges[true]), ByLength(ranges[false]));
    }

    public bool Contains(IPAddress address)
    {
        var (value, isIpv4) = Number(address);
        foreach (var ranges in isIpv4 ? _ipv4 : _ipv6)
        {
            if (ranges.Listed.TryGetValue(value & ranges.Mask, out var listed))
            {
                return listed;
            }
        }

        return false;
    }

    private static Range RangeOf(AclEntry entry)
    {
        var address = IPAddress.Parse(entry.Ip);
        var (value, isIpv4) = Number(address);
        var offset = address.AddressFamily == AddressFamily.InterNetwork ? Ipv4Offset : 0;
        var length = entry.Subnet is { } bits ? offset + bits : Bits;

        // A range wider than all mapped IPv4 addresses is one of IPv6, whatever its address looks like.
        return new(value & Mask(length), length, isIpv4 && length >= Ipv4Offset, !entry.Negated);
    }

    private static Ranges[] ByLength(IEnumerable<Range> ranges) =>
    [
        .. from range in ranges
           group range by range.Length into sameLength
           orderby sameLength.Key descending
           select new Ranges(Mask(sameLength.Key), sameLength.GroupBy(range => range.First)
               .ToDictionary(same => same.Key, same => same.All(range => range.IsListed))),
    ];

    private static UInt128 Mask(int length) => length == 0 ? UInt128.Zero : UInt128.MaxValue << (Bits - length);

    // An IPv4 address counts as the same one, whether it came mapped into IPv6 or not.
    private static (UInt128 Value, bool IsIpv4) Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[Bits / 8];
        bytes.Clear();
        var isIpv4 = address.AddressFamily == AddressFamily.InterNetwork;
        if (isIpv4)
        {
            bytes[10] = bytes[11] = 0xFF;
            address.TryWriteBytes(bytes[12..], out _);
        }
        else
        {
            address.TryWriteBytes(bytes, out _);
        }

        return (BinaryPrimitives.ReadUInt128BigEndian(bytes), isIpv4 || address.IsIPv4MappedToIPv6);
    }

    private readonly record struct Range(UInt128 First, int Length, bool IsIpv4, bool IsListed);

    private sealed record Ranges(UInt128 Mask, Dictionary<UInt128, bool> Listed);
}
