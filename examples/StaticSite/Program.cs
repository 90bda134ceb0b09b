using EdgeInfra;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    // The bundled runtime on this machine, beside a development bucket that serves the folder "site".
    var host = new EdgeHost("local", new() { Bucket = "site" });
    var edge = new Provider("edge", new() { Endpoint = host.ControlUrl, ApiKey = host.ApiKey });
    var on = new CustomResourceOptions { Provider = edge };

    // Without an endpoint this is Amazon's own bucket of that name; private ones are given credentials.
    var site = new S3Origin("site", new()
    {
        Bucket = "site",
        Region = "us-east-1",
        Endpoint = Output.Format($"http://{host.BucketAddress}:{host.BucketPort}"),
        ErrorPage = "/404.html",
        Ttl = { new TtlRuleArgs { Path = "/assets/*", Ttl = 86_400 } },
    }, new() { Provider = edge });

    var www = new Service("www", new() { Comment = "A static site" }, on);
    var live = new ServiceVersion("live", new ServiceVersionArgs { ServiceId = www.Id, Domains = { "localhost" } }.With(site), on);

    return new Dictionary<string, object?> { ["url"] = host.Url, ["version"] = live.Number };
});
