using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Control;

/// <summary>
/// What the control API refused, or that it could not be asked. The message says which operation and how to mend it.
/// </summary>
internal sealed class ControlException(string message, int? status) : Exception(message)
{
    /// <summary>The HTTP status, or null when there was no answer.</summary>
    public int? Status { get; } = status;

    /// <summary>The same in gRPC's words; never one by which an engine suspects its state.</summary>
    public RpcStatus RpcStatus => Status switch
    {
        400 => RpcStatus.InvalidArgument,
        401 or 403 => RpcStatus.PermissionDenied,
        404 => RpcStatus.NotFound,
        409 => RpcStatus.AlreadyExists,
        429 => RpcStatus.ResourceExhausted,
        null or >= 500 => RpcStatus.Unavailable,
        _ => RpcStatus.FailedPrecondition,
    };
}
