using EdgeInfra.Edge;
using EdgeInfra.Edge.Commands;
using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Proxy.Front;
using Microsoft.AspNetCore.Connections;

if (Environment.GetEnvironmentVariable(Detaching.Mark) is not null)
{
    Posix.StartSession();
}

var programs = new Programs(
    Proxy: async (listen, initial, log, cancel) =>
    {
        try
        {
            var proxy = await EdgeProxy.Start(new ProxyOptions { Listen = listen, Initial = initial, Log = log }, cancel);
            return new Listening(proxy.Endpoint, proxy.Drain, proxy.DisposeAsync) { Publish = proxy.Publish };
        }
        catch (PortTakenException error)
        {
            throw new AddressInUseException(error.Message, error);
        }
    },
    Bucket: (root, name, listen, log, cancel) => throw new Complaint("bucket: merged later"));
var console = new CommandConsole(Console.Out, Console.Error, TimeProvider.System);
var apiKey = Environment.GetEnvironmentVariable("EDGEINFRA_API_KEY") is { Length: > 0 } key ? key : null;
return await new CommandLine(programs, console, apiKey).Run(args);
