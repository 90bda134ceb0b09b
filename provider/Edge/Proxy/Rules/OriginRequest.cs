using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Rules;

/// <summary>
/// What the origin is asked: the client's own request, until a rule changes it for the origin only. Then it has a copy to change, and the
/// client's stays what it was for whoever looks at it later.
/// </summary>
internal sealed class OriginRequest(EdgeRequest request) : IRequestView
{
    private HeaderList? _copy;
    private string? _url;
    private string? _host;
    private bool _isCopy;

    public HeaderList Headers => _isCopy ? _copy! : request.Headers; // a copy was made

    public string Url
    {
        get => _url ?? request.Url;
        set => _url = value;
    }

    /// <summary>The Host header, unless the backend overrides it.</summary>
    public string Host
    {
        get => _host ?? request.Host;
        set => _host = value;
    }

    public string Method => request.Method;

    public string ClientIp => request.ClientIp;

    public System.Net.IPAddress Client => request.Client;

    public string? Header(string name) => HeaderList.Same(name, "Host") ? Host : Headers.First(name);

    /// <summary>A copy to change, unless there is one.</summary>
    public void EnsureCopy()
    {
        if (!_isCopy)
        {
            Copy();
        }
    }

    public void Copy()
    {
        _copy ??= new HeaderList();
        _copy.CopyFrom(request.Headers);
        _isCopy = true;
    }

    public void Reset()
    {
        (_url, _host, _isCopy) = (null, null, false);
        _copy?.Clear();
    }
}
