namespace EdgeInfra.Protocol.Transport;

/// <summary>How a call ended, in gRPC's numbers.</summary>
/// <remarks>
/// Engines treat Unknown, Internal and DataLoss from Create, Update and Delete as "the state may be corrupt":
/// a clean failure uses one of the others.
/// </remarks>
public enum RpcStatus
{
    Ok = 0,
    Cancelled = 1,
    Unknown = 2,
    InvalidArgument = 3,
    DeadlineExceeded = 4,
    NotFound = 5,
    AlreadyExists = 6,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    FailedPrecondition = 9,
    Aborted = 10,
    OutOfRange = 11,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
    DataLoss = 15,
    Unauthenticated = 16,
}
