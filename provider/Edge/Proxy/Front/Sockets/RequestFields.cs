using System.Globalization;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>What a request's headers say of its host, its body and its connection. Whatever could be framed in two ways is refused.</summary>
internal sealed class RequestFields
{
    private const int MostDigits = 18; // any such number fits

    private bool _isHttp11;
    private TargetForm _form;
    private string _target = "";
    private string? _host;
    private string? _coding;
    private string? _upgrade;
    private bool _closes;
    private bool _keeps;
    private bool _upgrades;
    private bool _hasOtherLength;
    private bool _hasExpectation;

    /// <summary>Whether another request may follow.</summary>
    public bool KeepsAlive { get; private set; }

    public bool IsChunked => _coding is not null;

    public long? Length { get; private set; }

    /// <summary>Whether the client waits for a 100 before it sends the body.</summary>
    public bool ExpectsContinue { get; private set; }

    public void Clear()
    {
        (_host, _coding, _upgrade, Length) = (null, null, null, null);
        (_closes, _keeps, _upgrades, _hasOtherLength, _hasExpectation, ExpectsContinue) = (false, false, false, false, false, false);
    }

    public void Begin(bool isHttp11, TargetForm form, string target) => (_isHttp11, _form, _target) = (isHttp11, form, target);

    /// <summary>Looks at one more line.</summary>
    public Refusal? See(HeaderLine field)
    {
        switch (field.Name.Length)
        {
            case 4 when HeaderList.Same(field.Name, "Host"):
                return _host is null ? Keep(ref _host, field.Value) : Refusal.Malformed;
            case 6 when HeaderList.Same(field.Name, "Expect") && !_hasExpectation:
                (_hasExpectation, ExpectsContinue) = (true, field.Value.Equals("100-continue", StringComparison.OrdinalIgnoreCase));
                return null;
            case 7 when HeaderList.Same(field.Name, "Upgrade"):
                return Keep(ref _upgrade, _upgrade is null ? field.Value : $"{_upgrade},{field.Value}");
            case 10 when HeaderList.Same(field.Name, "Connection"):
                SeeConnection(field.Value);
                return null;
            case 14 when HeaderList.Same(field.Name, "Content-Length"):
                return SeeLength(field.Value);
            case 16 when HeaderList.Same(field.Name, "X-Content-Length"):
                _hasOtherLength = true;
                return null;
            case 17 when HeaderList.Same(field.Name, "Transfer-Encoding"):
                return _coding is null ? Keep(ref _coding, field.Value) : Refusal.Malformed;
            default:
                return null;
        }
    }

    /// <summary>Looks at all of them together, and fills in what follows from them.</summary>
    public Refusal? Settle(EdgeRequest request)
    {
        if ((_host is null && _isHttp11) || (IsChunked && !MayBeChunked) || !SettleHost(request) || LacksLength(request.Method))
        {
            return Refusal.Malformed;
        }

        ExpectsContinue &= _isHttp11;
        KeepsAlive = !_closes && (_isHttp11 || _keeps || _upgrades);
        request.BodyLength = Length;
        request.Upgrade = _upgrades && _isHttp11 && !IsChunked && (Length is null or 0) && _upgrade is { Length: > 0 } asked && !Tokens.Contains(asked, "h2c")
            ? asked : null;
        return null;
    }

    // A second length beside chunks, also under the name some servers move it to, is one too many.
    private bool MayBeChunked =>
        _isHttp11 && Length is null && !_hasOtherLength && "chunked".Equals(_coding, StringComparison.OrdinalIgnoreCase);

    private static Refusal? Keep(ref string? field, string value)
    {
        field = value;
        return null;
    }

    private void SeeConnection(string value)
    {
        foreach (var range in value.AsSpan().Split(','))
        {
            var word = value.AsSpan(range).Trim(" \t");
            _closes |= word.Equals("close", StringComparison.OrdinalIgnoreCase);
            _keeps |= word.Equals("keep-alive", StringComparison.OrdinalIgnoreCase);
            _upgrades |= word.Equals("upgrade", StringComparison.OrdinalIgnoreCase);
        }
    }

    private Refusal? SeeLength(string value)
    {
        if (Length is not null || value.Length is 0 or > MostDigits || value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return Refusal.Malformed;
        }

        Length = long.Parse(value, CultureInfo.InvariantCulture);
        return null;
    }

    // HTTP/1.0 has no other way to tell how long such a body is.
    private bool LacksLength(string method) => !_isHttp11 && Length is null && (method is "POST" or "PUT");

    private bool SettleHost(EdgeRequest request)
    {
        var (host, url) = (_host ?? "", _target);
        if (_form == TargetForm.Absolute)
        {
            (host, url) = Hosts.Split(_target);
            request.Headers.Set("Host", host); // the target's stands for it (RFC 9112, 3.2.2)
        }

        (request.Url, request.ClientUrl, request.Host, request.ClientHost) = (url, url, host, host);
        return _form switch
        {
            TargetForm.Absolute => Hosts.IsAuthority(host) && _target.StartsWith("http:", StringComparison.Ordinal),
            TargetForm.Authority => host == _target,
            _ => Hosts.IsPlain(host),
        };
    }
}
