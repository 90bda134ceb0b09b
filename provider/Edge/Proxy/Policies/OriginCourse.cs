using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Azure;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>
/// The way of one request by its origin's policy: what is really asked, what the answer means, and whether something else is asked then. Nothing
/// that rules see changes by it. Kept with its connection's request and begun again for the next.
/// </summary>
internal sealed partial class OriginCourse(EdgeRequest request)
{
    private LivePolicy? _policy;
    private CourseStep _step;
    private EdgeError _fault;
    private string _path = "", _query = "";
    private bool _isAgain;

    public LivePolicy Policy => _policy!; // while there is a course

    /// <summary>What is asked: method, path and query, and the headers that come from the client or the policy.</summary>
    public string Method { get; private set; } = "";

    public string Url { get; private set; } = "";

    public HeaderList Headers { get; } = new();

    /// <summary>Whether what is asked now is not what the client wants, so that a failure is not the client's concern.</summary>
    public bool IsAside => _step is CourseStep.Index or CourseStep.SinglePage or CourseStep.ErrorPage;

    /// <summary>Whether interim answers are the client's: not of stores, nor of what it did not ask for.</summary>
    public bool PassesInterim => _step == CourseStep.Object && Policy.Store is null;

    /// <summary>Why the origin is not asked at all; null when it is.</summary>
    public EdgeError? Fault => _step == CourseStep.Fault ? _fault : null;

    /// <summary>The client's path as objects are named, without the policy's prefix and index.</summary>
    public string Path => _path;

    /// <summary>Whether the bucket itself would be asked for: no object is called so, and signed, it would be listed.</summary>
    public bool IsTop => Policy is { IsSigned: true, Index: null } && _path == "/" && _query.Length == 0;

    public void Begin(LiveOrigin origin)
    {
        _policy = origin.Policy;
        (_step, _isAgain, _isRepeated, _isWhole, _status, _vague, _page) = (CourseStep.Object, false, false, false, 0, null, null);
        Headers.Clear();
        var target = request.ToOrigin.Url;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        _query = end < 0 ? "" : Policy.Query.Of(target.AsSpan(end + 1));
        if (!Policy.Allows(request.Method))
        {
            Fail(EdgeError.MethodNotAllowed);
        }
        else if (!ReadPath(end < 0 ? target : target[..end]) || (Policy.Signer is not null && request.Body is not null))
        {
            Fail(EdgeError.UnfitForOrigin);
        }
        else if (IsTop)
        {
            Missing();
        }
    }

    public void End()
    {
        Headers.Clear();
        (_policy, _page, _vague) = (null, null, null);
    }

    /// <summary>Prepares what is to be asked next; false when there is nothing, because the client has its answer.</summary>
    public async ValueTask<bool> Next(string host, DateTimeOffset now, Action<string> log)
    {
        switch (_step)
        {
            case CourseStep.Passed:
                return false;
            case CourseStep.Fault:
                await request.Fail(_fault, _fault == EdgeError.MethodNotAllowed ? Policy.Allow : null);
                return false;
            case CourseStep.Redirect:
                await Redirect();
                return false;
            case CourseStep.Content:
                await GivePage();
                return false;
        }

        if (_isAgain)
        {
            request.Response.Reset();
        }

        (_isAgain, _log) = (true, log);
        if (Policy.Signer is { } signer && !await signer.Ready(request.Origin!.Origin.FirstByteTimeout, request.Aborted)) // on its way to it
        {
            request.Asked!.CountFailure(EdgeError.NoCredentials);
            Fail(EdgeError.NoCredentials); // a signer that has a source has told why
            if (signer is NoSigner)
            {
                log($"{Named}: policy.signing: this edge has nothing to sign with");
            }

            return await Next(host, now, log);
        }

        Write(host, now, Policy.Signer);
        Policy.ProofOf(request.Node)?.Sign(Headers, now);
        return true;
    }

    /// <summary>Fills in what would be sent, without a signature.</summary>
    public void Show(string host, DateTimeOffset now) => Write(host, now, signer: null);

    private void Fail(EdgeError error) => (_step, _fault) = (CourseStep.Fault, error);

    private bool ReadPath(string path)
    {
        if (!Policy.IsBucket)
        {
            _path = path;
            return true;
        }

        return WirePath.TryRead(path, out _path, out _) && !WirePath.HasDotSegment(_path);
    }

    private void Write(string host, DateTimeOffset now, IRequestSigner? signer)
    {
        var (path, query) = _step switch
        {
            CourseStep.Index => (_path + "/" + Policy.Index, ""),
            CourseStep.SinglePage => (Policy.SinglePage!, ""),
            CourseStep.ErrorPage => (_page!.Path!, ""),
            _ => (_path, _query),
        };
        Method = _step switch
        {
            CourseStep.Check => "GET",
            CourseStep.Index => "HEAD",
            _ => request.Method,
        };
        path = ForOrigin(path);
        WriteHeaders();
        signer?.Sign(new SigningRequest(Method, path, host, now), Headers, ref query);
        Url = query.Length > 0 ? $"{path}?{query}" : path;
    }

    private string ForOrigin(string path) => WirePath.TryForOrigin(path, Policy.Prefix, Policy.Index, out var wire, out _) ? wire : path; // no dots by now

    // Without what concerned the client's connection, too: a name it put into Connection must not take a header of the policy away.
    private void WriteHeaders()
    {
        Headers.Clear();
        var sent = request.ToOrigin.Headers;
        var nominated = HopByHop.NominatesHeaders(sent);
        foreach (ref readonly var line in sent.Lines)
        {
            if (!HopByHop.Is(line.Name) && !Policy.KeepsBack(line.Name) && !(nominated && HopByHop.IsNominated(sent, line.Name))
                && (_step == CourseStep.Object ? !(_isWhole && IsOfRange(line.Name)) : !IsAboutAPart(line.Name)))
            {
                Headers.Add(line.Name, line.Value);
            }
        }

        if (Policy.Store == "azure")
        {
            Headers.Set("x-ms-version", AzureKeySigner.Version); // without one it answers as in 2009
        }

        if (_step == CourseStep.Check)
        {
            Headers.Add("Range", "bytes=0-0");
        }
    }

    // Of the object the client asked for, which says nothing about another.
    private static bool IsAboutAPart(string name) =>
        IsOfRange(name) || HeaderList.Same(name, "If-Match") || HeaderList.Same(name, "If-None-Match")
        || HeaderList.Same(name, "If-Modified-Since") || HeaderList.Same(name, "If-Unmodified-Since");

    private static bool IsOfRange(string name) => HeaderList.Same(name, "Range") || HeaderList.Same(name, "If-Range");
}
