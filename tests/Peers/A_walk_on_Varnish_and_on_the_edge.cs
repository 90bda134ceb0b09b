using EdgeInfra.Model;
using Kit;
using Peers.Buckets;

namespace Peers;

/// <summary>A browser's walk over public buckets, before a Varnish with the emitted policy and before the edge itself: both give the same.</summary>
public sealed class A_walk_on_Varnish_and_on_the_edge
{
    [Theory]
    [InlineData("s3", "s3")]
    [InlineData("gcs", "gcs")]
    [InlineData("azure", "azure")]
    [InlineData("b2", "b2")]
    public async Task Is_the_same(string store, string kind)
    {
        using var folder = new TempFolder();
        SiteWalk.Write(folder.At("site"));
        await using var bucket = await Daemon.Start(
            Repository.Edge, ["bucket", folder.At("site"), "--listen", "127.0.0.1:0", "--name", "website", "--store", store, .. Account(kind)]);
        var preset = Preset(kind, new Uri(bucket.Ready["url"]!.GetValue<string>()).Port);
        Assert.Empty(preset.Failures);
        await using var varnish = await SiteOnVarnish.Serve(preset.Backend! with { Address = "127.0.0.1", Healthcheck = null });
        await using var edge = await EdgeBefore.Start(preset);

        var theirs = await SiteWalk.Take(request => Tampering.Ask(varnish.Endpoint, Written(request)));
        var ours = await SiteWalk.Take(edge.Ask);

        Assert.True(SiteStep.WrongWith([.. theirs, .. ours]) is "", $"Varnish: {SiteStep.WrongWith(theirs)}\nthe edge: {SiteStep.WrongWith(ours)}");
        Assert.Equal(ours.Select(Shown), theirs.Select(Shown));
    }

    private static string[] Account(string kind) => kind == "azure" ? ["--access-key", "account", "--secret-key", "c2VjcmV0"] : [];

    private static StoreExpansion Preset(string kind, int port) => StorePreset.Expand(kind, new StoreArguments
    {
        Name = "site", Mode = kind == "b2" ? "native" : null, ErrorPage = "/404.html", Listable = true, Bucket = kind == "azure" ? null : "website", Region = kind == "s3" ? "eu-central-1" : null,
        Container = kind == "azure" ? "website" : null,
        Account = kind == "azure" ? "account" : null, Cluster = kind == "b2" ? "f004" : null,
        Endpoint = $"http://{kind switch { "azure" => "account.store.local", "b2" => "f004.store.local", _ => "website.store.local" }}:{port}",
    });

    private static string Written(string request)
    {
        var lines = request.Split('\n');
        return $"{lines[0]} HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n{string.Concat(lines[1..].Select(line => line + "\r\n"))}\r\n";
    }

    // What the two say themselves of a method is worded differently, and only one repeats the type of what has not changed.
    private static string Shown(SiteStep step) => step.Answer is var answer && answer.Status == 405 ? $"{step.Request}: 405 {answer["Allow"]}"
        : $"{step.Request}: {answer.Status} {answer["Location"]} {answer["Content-Range"]} {answer["ETag"]} {(answer.Status == 304 ? "" : answer["Content-Type"]?.Split(';')[0])} {answer.Body}";
}
