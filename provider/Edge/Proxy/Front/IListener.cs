using System.Net;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>One address that is listened on, by whatever front.</summary>
internal interface IListener : IAsyncDisposable
{
    /// <summary>The address with the real port, where 0 was asked for.</summary>
    IPEndPoint Endpoint { get; }

    /// <summary>Accepts no more, lets requests finish, then closes; those still running when time is up are broken off.</summary>
    Task Drain(CancellationToken giveUp);
}
