using Google.Protobuf;

namespace EdgeInfra.Protocol.Transport;

/// <summary>One unary method of a gRPC service: where it is called and how its answer is read.</summary>
/// <remarks>The same value names the method on both sides; see the tables in <c>Services/</c>.</remarks>
public sealed record RpcMethod<TRequest, TResponse>(string Service, string Name)
    where TRequest : IMessage<TRequest>, new()
    where TResponse : IMessage<TResponse>, new()
{
    internal string Path { get; } = $"/pulumirpc.{Service}/{Name}";
}
