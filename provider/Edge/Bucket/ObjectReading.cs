using System.Globalization;

namespace EdgeInfra.Edge.Bucket;

/// <summary>What conditions and range of a request come to: 200, 206, 304, 412 or 416.</summary>
/// <param name="Part">Only with 206.</param>
internal readonly record struct ObjectReading(int Status, ByteRange? Part)
{
    /// <param name="found">The object.</param>
    /// <param name="header">Gives the request's headers.</param>
    /// <param name="range">The Range that counts; null for none.</param>
    public static ObjectReading Of(BucketObject found, Func<string, string?> header, string? range)
    {
        var status = Preconditions.Status(found, header);
        return status != 200 ? new(status, null)
            : Preconditions.AllowRange(found, header("If-Range")) ? OfRange(found, range)
            : new(200, null);
    }

    /// <summary>For stores that know no conditions.</summary>
    public static ObjectReading OfRange(BucketObject found, string? range)
    {
        var (asked, part) = ByteRange.Read(range, found.Length);
        return !asked ? new(200, null) : part is null ? new(416, null) : new(206, part);
    }

    /// <summary>The Content-Range of a 416.</summary>
    public static (string Name, string Value) Unsatisfied(BucketObject found) =>
        ("Content-Range", $"bytes */{found.Length.ToString(CultureInfo.InvariantCulture)}");
}
