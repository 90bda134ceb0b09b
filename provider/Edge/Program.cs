using EdgeInfra.Edge;
using EdgeInfra.Edge.Bucket;
using EdgeInfra.Edge.Commands;
using EdgeInfra.Edge.Control;
using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Proxy.Front;
using EdgeInfra.Edge.Proxy.Traffic;
using Microsoft.AspNetCore.Connections;

if (Environment.GetEnvironmentVariable(Detaching.Mark) is not null)
{
    Posix.StartSession();
}

// Here proxy and control plane meet; neither knows the other.
var traffic = new TrafficCounters();
var programs = new Programs(
    Proxy: (listen, initial, log, cancel) => Listen(async () =>
    {
        var proxy = await EdgeProxy.Start(new ProxyOptions { Listen = listen, Initial = initial, Log = log, Traffic = traffic }, cancel);
        return new Listening(proxy.Endpoint, proxy.Drain, proxy.DisposeAsync) { Publish = proxy.Publish };
    }),
    Bucket: (root, name, listen, cancel) => Listen(async () =>
    {
        var bucket = await BucketServer.Start(new BucketOptions { Root = root, Name = name, Listen = listen }, cancel);
        return new Listening(bucket.Endpoint, bucket.Drain, bucket.DisposeAsync);
    }))
{
    Traffic = () => traffic.All.Select(service => new TrafficTotals(service.ServiceId)
    {
        Requests = service.Requests, Errors = service.Errors, BodyBytes = service.BodyBytes,
        Statuses = [.. Enumerable.Range(1, TrafficTotals.Classes).Select(service.Statuses)],
    }),
};
var console = new CommandConsole(Console.Out, Console.Error, TimeProvider.System);
var apiKey = Environment.GetEnvironmentVariable("EDGEINFRA_API_KEY") is { Length: > 0 } key ? key : null;
return await new CommandLine(programs, console, apiKey).Run(args);

static async Task<Listening> Listen(Func<Task<Listening>> start)
{
    try
    {
        return await start();
    }
    catch (PortTakenException error)
    {
        throw new AddressInUseException(error.Message, error); // what a listener throws that is nobody's own
    }
}
