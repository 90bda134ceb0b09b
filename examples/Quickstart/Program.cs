using EdgeInfra;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    // The bundled runtime on this machine, beside a development bucket that serves the folder "site".
    var host = new EdgeHost("local", new() { Bucket = "site" });
    var edge = new Provider("edge", new() { Endpoint = host.ControlUrl, ApiKey = host.ApiKey });
    var on = new CustomResourceOptions { Provider = edge };

    // initial = threshold: healthy from the first request on, sick once three of the last five probes have failed.
    var alive = new Healthcheck("alive", new() { Host = "site.localhost", Path = "/index.html", Window = 5, Threshold = 3, Initial = 3 }, on);

    var stable = new Backend("stable", new()
    {
        Address = host.BucketAddress,
        Port = host.BucketPort,
        OverrideHost = "site.localhost", // a bucket is chosen by its Host header
        Healthcheck = alive.Definition,
        AutoLoadbalance = true,
        Weight = 80,
    }, on);
    var canary = new Backend("canary", new()
    {
        Address = host.BucketAddress,
        Port = host.BucketPort,
        OverrideHost = "site.localhost",
        Healthcheck = alive.Definition,
        AutoLoadbalance = true,
        Weight = 20,
    }, on);

    var www = new Service("www", new() { Comment = "Quickstart" }, on);
    var live = new ServiceVersion("live", new ServiceVersionArgs { ServiceId = www.Id, Domains = { "localhost" } }.With(stable, canary), on);

    return new Dictionary<string, object?> { ["url"] = Output.Format($"{host.Url}/index.html"), ["version"] = live.Number };
});
