using System.Globalization;
using System.Net.Sockets;
using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Proxy.Front;
using Kit;

namespace Unit.Edge.Proxy.Malformed;

/// <summary>Kestrel's parser is the older one: what it makes of a request, valid or with bytes changed, the edge's own has to make of it, too.</summary>
public sealed class Both_fronts
{
    private const int Visitors = 2;

    // A few, so that the tier stays quick; EDGEINFRA_MUTATIONS=20000 takes as many as one has time for.
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("EDGEINFRA_MUTATIONS") ?? "600", CultureInfo.InvariantCulture);

    private static readonly ProxyLimits Limits = new() { Body = 32 * 1024, Headers = 16 * 1024 };

    // Ends any head as malformed, and any body by its limit.
    private static readonly string Filler = string.Concat(Enumerable.Repeat("\x01\r\n", 32 * 1024));

    [Fact]
    public async Task Read_requests_alike()
    {
        var differences = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(visitor => Task.Run(() => Visit(visitor))));

        var told = string.Join("\n", differences.SelectMany(one => one));
        Assert.True(told.Length == 0, told);
    }

    private static async Task<List<string>> Visit(int visitor)
    {
        await using var origin = new RecordingOrigin();
        await using var kestrel = await EdgeUnderTest.Before(origin.Origin, limits: Limits, front: FrontKind.Kestrel);
        await using var sockets = await EdgeUnderTest.Before(origin.Origin, limits: Limits, front: FrontKind.Sockets);
        var mutation = new Mutation(new Random(5_000 + visitor));
        var differences = new List<string>();
        for (var i = 0; i < Count / Visitors; i++)
        {
            var sent = mutation.Next();
            var (expected, actual) = (await Ask(kestrel, sent), await Ask(sockets, sent));
            if (expected != actual && !IsStricter(actual, expected))
            {
                differences.Add($"{WireText.Write(sent)}\n  Kestrel: {expected}\n  sockets: {actual}");
            }
        }

        return differences;
    }

    private static async Task<string> Ask(EdgeUnderTest edge, string sent)
    {
        using var client = await edge.Client();
        var got = client.ReadToEnd();
        await Send(client, sent + WireText.Next + "\x01\r\n");
        if (await Task.WhenAny(got, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System)) != got)
        {
            await Send(client, Filler);
        }

        return Plain(Visitor.Answers(await got.WaitAsync(TimeSpan.FromSeconds(30)), toHead: sent.StartsWith("HEAD ", StringComparison.Ordinal)));
    }

    // Kestrel takes "GET /xHTTP/1.1" for a request of "/", and any Host beside an absolute target. Refusing is no danger; letting more through would be.
    private static bool IsStricter(string actual, string expected)
    {
        var (answers, others) = (actual.Split(" | "), expected.Split(" | "));
        return answers[^1] == "400 Bad Request" && others.Length >= answers.Length && answers.SkipLast(1).SequenceEqual(others.Take(answers.Length - 1));
    }

    // Whether a client is told to send what is on its way already is chance.
    private static string Plain(string answers) => answers.Replace("100 Continue | ", "", StringComparison.Ordinal);

    private static async Task Send(RawClient client, string bytes)
    {
        try
        {
            await client.Send(bytes);
        }
        catch (SocketException)
        {
            // The edge has heard enough.
        }
    }
}
