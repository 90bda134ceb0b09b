using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Protocol.Transport;

/// <summary>A call that failed: thrown by a handler to answer so, and by a channel that was answered so.</summary>
/// <remarks>Details travel as typed messages in the <c>grpc-status-details-bin</c> trailer.</remarks>
public sealed class RpcException(RpcStatus status, string message, params IReadOnlyList<IMessage> details)
    : Exception(message)
{
    private readonly IReadOnlyList<Any> _packed = [.. details.Select(detail => detail as Any ?? Any.Pack(detail))];

    public RpcStatus Status { get; } = status;

    internal IReadOnlyList<Any> Details => _packed;

    /// <summary>The first detail of that type, or null.</summary>
    public T? Detail<T>()
        where T : class, IMessage<T>, new() =>
        _packed.Select(any => any.TryUnpack<T>(out var detail) ? detail : null).FirstOrDefault(detail => detail is not null);
}
