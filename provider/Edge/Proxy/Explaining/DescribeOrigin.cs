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
    public async ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        var course = request.BeginCourse();
        if (course is { Fault: not null })
        {
            await course.Next("", default, static _ => { });
            return;
        }

        var origin = request.Origin!.Origin; // set by PickBackend
        var identity = origin.Identity;
        var head = new ArrayBufferWriter<byte>();
        var host = origin.OverrideHost ?? request.ToOrigin.Host;
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

    private static JsonObject Tls(OriginTls tls) => new()
    {
        ["serverName"] = tls.ServerName, ["certificateName"] = tls.CertificateName, ["checksCertificate"] = tls.CheckCertificate,
    };

    private static string Milliseconds(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan ? "none" : time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture) + " ms";
}
