using System.Globalization;
using System.Text;
using Google.Protobuf;

namespace EdgeInfra.Protocol.Transport;

/// <summary>
/// The end of a call as header fields: <c>grpc-status</c>, <c>grpc-message</c>, <c>grpc-status-details-bin</c>.
/// </summary>
internal static class RpcTrailers
{
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Details = "grpc-status-details-bin";

    public static IEnumerable<(string Name, string Value)> For(RpcException error)
    {
        yield return (Status, ((int)error.Status).ToString(CultureInfo.InvariantCulture));
        yield return (Message, Encode(error.Message));
        if (error.Details.Count > 0)
        {
            var rich = new Rpc.Status { Code = (int)error.Status, Message = error.Message, Details = { error.Details } };
            yield return (Details, Convert.ToBase64String(rich.ToByteArray()));
        }
    }

    /// <summary>The failure that the fields tell of, or null when the call went well.</summary>
    public static RpcException? Failure(Func<string, string?> field)
    {
        var text = field(Status);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return new RpcException(
                RpcStatus.Internal, "the answer carries no grpc-status: the peer does not speak gRPC, or died");
        }

        if (status == (int)RpcStatus.Ok)
        {
            return null;
        }

        var rich = field(Details) is { } details ? ReadDetails(details) : null;
        return new RpcException((RpcStatus)status, Uri.UnescapeDataString(field(Message) ?? ""), [.. rich?.Details ?? []]);
    }

    // gRPC: printable ASCII but the percent sign stands for itself, every other byte of the UTF-8 form is escaped.
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            _ = octet is >= 0x20 and <= 0x7E and not (byte)'%'
                ? encoded.Append((char)octet)
                : encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    private static Rpc.Status? ReadDetails(string base64)
    {
        try
        {
            var padded = base64.PadRight((base64.Length + 3) / 4 * 4, '='); // padding is optional on the wire
            return RpcFrame.Parse<Rpc.Status>(Convert.FromBase64String(padded));
        }
        catch (Exception unreadable) when (unreadable is FormatException or RpcException)
        {
            return null; // The status and its message stand without them.
        }
    }
}
