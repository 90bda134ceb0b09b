using Google.Protobuf;

namespace EdgeInfra.Protocol.Transport;

/// <summary>The methods that a server answers. A method that is not listed is answered with Unimplemented.</summary>
public sealed class RpcService
{
    private readonly Dictionary<string, Func<Stream, CancellationToken, Task<IMessage>>> _methods = [];

    /// <summary>Answers <paramref name="method"/> with what <paramref name="handle"/> returns or throws.</summary>
    public RpcService On<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handle)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        _methods.Add(method.Path, async (body, cancel) =>
            await handle(await RpcFrame.Read<TRequest>(body, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false));
        return this;
    }

    internal Task<IMessage> Answer(string path, Stream body, CancellationToken cancel) =>
        _methods.TryGetValue(path, out var method)
            ? method(body, cancel)
            : throw new RpcException(RpcStatus.Unimplemented, $"{path} is not implemented here");
}
