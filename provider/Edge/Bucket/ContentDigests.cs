using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace EdgeInfra.Edge.Bucket;

/// <summary>What stores tell of an object's content: each its own digest, all from one reading.</summary>
/// <param name="Md5">S3's ETag for what was stored in one piece.</param>
/// <param name="Sha1">B2's.</param>
/// <param name="Crc32C">Google's, big-endian as it is told.</param>
/// <param name="Crc64">Alibaba's.</param>
internal sealed record ContentDigests(byte[] Md5, byte[] Sha1, byte[] Crc32C, ulong Crc64)
{
    private const ulong Ecma = 0xC96C5795D7870F42; // ECMA-182, reflected

    private static readonly ulong[] Table = [.. Enumerable.Range(0, 256).Select(index => Step((ulong)index, 8))];

    public static ContentDigests Of(Stream content)
    {
#pragma warning disable CA5350, CA5351 // Not secrets: these are what the stores publish.
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350, CA5351
        var (crc32, crc64) = (uint.MaxValue, ulong.MaxValue);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        for (int length; (length = content.Read(buffer)) > 0;)
        {
            md5.AppendData(buffer, 0, length);
            sha1.AppendData(buffer, 0, length);
            foreach (var one in buffer.AsSpan(0, length))
            {
                crc32 = BitOperations.Crc32C(crc32, one);
                crc64 = Table[(byte)crc64 ^ one] ^ (crc64 >> 8);
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
        var google = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(google, ~crc32);
        return new(md5.GetHashAndReset(), sha1.GetHashAndReset(), google, ~crc64);
    }

    private static ulong Step(ulong value, int times) => times == 0 ? value : Step((value & 1) == 1 ? (value >> 1) ^ Ecma : value >> 1, times - 1);
}
