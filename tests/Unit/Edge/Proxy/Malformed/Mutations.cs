using System.Globalization;
using System.Net.Sockets;
using EdgeInfra.Edge.Proxy;
using Kit;

namespace Unit.Edge.Proxy.Malformed;

/// <summary>Valid requests with bytes changed, by a seed. Whatever becomes of them: an origin sees whole requests only, and each answer it gives is one visitor's.</summary>
public sealed class Mutations
{
    private const int Visitors = 16;

    // Three seconds or so; EDGEINFRA_MUTATIONS takes as many as one has time for.
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("EDGEINFRA_MUTATIONS") ?? "20000", CultureInfo.InvariantCulture);

    // Ends any head as malformed, and any body by its limit. So no connection waits for ever.
    private static readonly string Filler = string.Concat(Enumerable.Repeat("\x01\r\n", 32 * 1024));

    [Theory]
    [MemberData(nameof(Fronts.All), MemberType = typeof(Fronts))]
    public async Task Never_make_an_origin_see_what_no_visitor_is_answered_for(string front)
    {
        await using var origin = new RecordingOrigin();
        var answered = 0;
        await using (var edge = await EdgeUnderTest.Before(origin.Origin, limits: new ProxyLimits { Body = 32 * 1024, Headers = 16 * 1024 }, front: Fronts.Of(front)))
        {
            answered = (await Task.WhenAll(Enumerable.Range(0, Visitors).Select(visitor => Task.Run(() => Visit(edge, visitor))))).Sum();
        }

        var seen = await origin.Seen();
        Assert.All(seen, request => Assert.True(request.Fault is null or SeenRequest.Cut, request.ToString()));
        Assert.Equal(seen.Count(request => request.Fault is null), answered);
        Assert.InRange(answered, Count / 10, Count); // else most mutations would say nothing
    }

    private static async Task<int> Visit(EdgeUnderTest edge, int visitor)
    {
        var mutation = new Mutation(new Random(1_000 + visitor));
        var answered = 0;
        for (var i = 0; i < Count / Visitors; i++)
        {
            var sent = mutation.Next();
            answered += Answered(await Ask(edge, sent));
        }

        return answered;
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

        return await got.WaitAsync(TimeSpan.FromSeconds(30));
    }

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

    // An answer of the origin says what it saw; those of the edge are pages.
    private static int Answered(string got)
    {
        var answers = Visitor.Answers(got, toHead: false).Split(" | ");
        return answers.Count(answer => answer == "200 OK" || answer.StartsWith("200 OK ", StringComparison.Ordinal));
    }
}
