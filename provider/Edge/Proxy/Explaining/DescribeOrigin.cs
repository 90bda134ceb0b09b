using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Explaining;

/// <summary>Stands where an origin would be asked, and tells how: who, where, and the very head it would be sent.</summary>
internal sealed class DescribeOrigin(DecisionPath path) : IStage
{
    private const string Signed = "...";

    public async ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        var course = request.BeginCourse();
        if (course is { Fault: not null })
        {
            await course.Next("", default, static _ => { });
            return;
        }

        var origin = (request.Behind ?? request.Origin!).Origin; // set by PickBackend
        var identity = origin.Identity;
        path.Shield = Shield(request);
        request.Signature = request.Signature is null ? null : Signed; // who reads explanations is to sign nothing
        var head = new ArrayBufferWriter<byte>();
        var host = request.Origin!.Origin.OverrideHost ?? request.ToOrigin.Host;
        course?.Show(host, default);
        RequestHead.Write(head, request, host, lastUse: false);
        path.Origin = new JsonObject
        {
            ["backend"] = origin.Name,
            ["address"] = identity.Address,
            ["port"] = identity.Port,
            ["tls"] = identity.Tls is { } tls ? Tls(tls) : null,
            ["host"] = host,
            ["url"] = course?.Url ?? request.ToOrigin.Url,
            ["connectTimeout"] = Milliseconds(origin.ConnectTimeout),
            ["firstByteTimeout"] = Milliseconds(origin.FirstByteTimeout),
            ["policy"] = course is null ? null : PolicySteps.Of(course, request),
            ["head"] = Encoding.Latin1.GetString(head.WrittenSpan),
        };
    }

    private static JsonObject? Shield(EdgeRequest request)
    {
        var origin = request.Behind ?? request.Origin!;
        return origin.Origin.Shield is not { } place ? null : new JsonObject
        {
            ["place"] = place,
            ["address"] = origin.Shield?.Through.Origin.Identity.Address,
            ["port"] = origin.Shield?.Through.Origin.Identity.Port,
            ["passedOver"] = request.Behind is null ? WhyNot(request, origin, place) : null,
        };
    }

    private static string WhyNot(EdgeRequest request, LiveOrigin origin, string place) =>
        place == request.Node.Place ? "this edge is that place"
        : origin.Shield is null ? "this edge was not told how to reach it"
        : !origin.Shield.Node.IsUp ? "it could not be reached a moment ago"
        : request.Visits > 0 ? "the request has come from another place"
        : "the request begins anew";

    private static JsonObject Tls(OriginTls tls) => new()
    {
        ["serverName"] = tls.ServerName, ["certificateName"] = tls.CertificateName, ["checksCertificate"] = tls.CheckCertificate,
    };

    private static string Milliseconds(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan ? "none" : time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture) + " ms";
}
