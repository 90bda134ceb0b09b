using System.Net.Sockets;
using EdgeInfra.Edge.Proxy.Front;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Malformed;

/// <summary>
/// What origins say that two readers might read in two ways, and what the visitor gets of it. He asks once more on the same connection: the answer to
/// that tells whether the origin's connection served again. With EDGEINFRA_ACCEPT=1 the results in the files are rewritten: read that diff.
/// </summary>
public sealed class Answers
{
    private const string Next = "GET /next HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n\r\n";
    private const string End = "{end}";

    private static readonly string Folder = Repository.At("tests", "Unit", "Edge", "Proxy", "Malformed", "answers");

    // What the visitor asks. The third sends the rest of its body only when it has the beginning of an answer.
    private static readonly Dictionary<string, (string Request, string Later)> Asked = new()
    {
        ["to-GET"] = ("GET /a HTTP/1.1\r\nHost: www.example.com\r\n\r\n" + Next, ""),
        ["to-HEAD"] = ("HEAD /a HTTP/1.1\r\nHost: www.example.com\r\n\r\n" + Next, ""),
        ["to-half-a-POST"] = ("POST /a HTTP/1.1\r\nHost: www.example.com\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "5\r\nworld\r\n0\r\n\r\n" + Next),
    };

    public static TheoryData<string, string> Families => Fronts.With(Asked.Keys);

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Reach_the_visitor_as_far_as_they_can_be_understood(string front, string family)
    {
        var file = Path.Combine(Folder, family + ".txt");
        var cases = WireCase.Read(file);
        var results = new List<WireCase>();
        foreach (var one in cases)
        {
            results.Add(one with { Answers = await Ask(one, front, family) });
        }

        if (Environment.GetEnvironmentVariable("EDGEINFRA_ACCEPT") == "1" && Fronts.Of(front) == FrontKind.Sockets)
        {
            WireCase.Write(file, results);
            cases = results;
        }

        Assert.Equal(Expected(string.Join('\n', cases.Select(Shown)), front), string.Join('\n', results.Select(Shown)));
    }

    [Fact]
    public void Are_many() => Assert.True(Asked.Keys.Sum(family => WireCase.Read(Path.Combine(Folder, family + ".txt")).Count) >= 40);

    private static async Task<string> Ask(WireCase one, string front, string family)
    {
        var (request, later) = Asked[family];
        await using var origin = Lying(one.Sent, waits: later.Length == 0);
        await using var edge = await EdgeUnderTest.Before(origin, front: Fronts.Of(front));
        using var client = await edge.Client();
        await client.Send(request);
        var got = "";
        if (later.Length > 0)
        {
            got = await client.ReadUntil("\r\n\r\n").WaitAsync(TimeSpan.FromSeconds(30));
            await SendLate(client, later);
        }

        got += await client.ReadToEnd().WaitAsync(TimeSpan.FromSeconds(30));
        var answers = Visitor.Answers(got, toHead: request.StartsWith("HEAD ", StringComparison.Ordinal));

        // The connection is broken then, and how much of the answer gets through before is chance.
        return answers == "nothing" || answers.EndsWith("(cut)", StringComparison.Ordinal) ? "cut off" : answers;
    }

    private static async Task SendLate(RawClient client, string bytes)
    {
        try
        {
            await client.Send(bytes);
        }
        catch (SocketException)
        {
            // The edge has closed the connection.
        }
    }

    // Says its piece to the first request, and the truth to all others.
    private static Origin Lying(string piece, bool waits)
    {
        var connections = 0;
        return Origin.Scripted(async call =>
        {
            var truth = "on a new connection";
            if (Interlocked.Increment(ref connections) == 1)
            {
                truth = "on the same connection";
                _ = waits ? (await call.Request()).Head : await call.ReadUntil("\r\n\r\n");
                await call.Send(WireText.Read(piece.Replace(End, "", StringComparison.Ordinal)));
                if (piece.EndsWith(End, StringComparison.Ordinal))
                {
                    return;
                }
            }

            while (await call.TryRequest() is not null)
            {
                await call.Send($"HTTP/1.1 200 OK\r\nContent-Length: {truth.Length}\r\n\r\n{truth}");
            }
        });
    }

    // Kestrel writes reasons in ASCII.
    private static string Expected(string cases, string front) =>
        Fronts.Of(front) == FrontKind.Sockets ? cases : cases.Replace("Tr\\xe8s", "Tr?s", StringComparison.Ordinal);

    private static string Shown(WireCase one) => $"{one.Name}\n    = {one.Answers}";
}
