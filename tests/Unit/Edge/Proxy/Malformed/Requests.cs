using System.Net.Sockets;
using EdgeInfra.Edge.Proxy.Front;
using Kit;

namespace Unit.Edge.Proxy.Malformed;

/// <summary>
/// The corpus: what visitors send that two readers might read in two ways. Behind each follows an ordinary request in the same breath, which must
/// get its own answer or none. With EDGEINFRA_ACCEPT=1 the results in the files are rewritten instead of compared: read that diff.
/// </summary>
public sealed class Requests
{
    private static readonly string Folder = Repository.At("tests", "Unit", "Edge", "Proxy", "Malformed", "requests");

    private static readonly string[] Names = [.. Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    public static TheoryData<string, string> Families => Fronts.With(Names);

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Are_refused_or_forwarded_unambiguously(string front, string family) => await Check(front, family, inPieces: false);

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Mean_the_same_when_they_come_byte_by_byte(string front, string family) => await Check(front, family, inPieces: true);

    [Fact]
    public void Are_many_and_all_different()
    {
        var all = Names.SelectMany(family => WireCase.Read(File(family))).ToList();

        Assert.True(all.Count >= 150, $"{all.Count} cases");
        Assert.Equal(all.Count, all.DistinctBy(one => one.Sent).Count());
    }

    private static async Task Check(string front, string family, bool inPieces)
    {
        var results = new List<WireCase>();
        var cases = WireCase.Read(File(family));
        foreach (var one in cases)
        {
            results.Add(await Run(one, front, inPieces));
        }

        if (Environment.GetEnvironmentVariable("EDGEINFRA_ACCEPT") == "1" && !inPieces && Fronts.Of(front) == FrontKind.Sockets)
        {
            WireCase.Write(File(family), results);
            cases = results;
        }

        Assert.Equal(Expected(string.Join('\n', cases.Select(Shown)), front), string.Join('\n', results.Select(Shown)));
    }

    private static async Task<WireCase> Run(WireCase one, string front, bool inPieces)
    {
        await using var origin = new RecordingOrigin();
        string got;
        var halfClose = one.Sent.EndsWith("{end}", StringComparison.Ordinal);
        var sent = halfClose ? WireText.Read(one.Sent[..^5]) : WireText.Read(one.Sent) + WireText.Next;
        await using (var edge = await EdgeUnderTest.Before(origin.Origin, front: Fronts.Of(front)))
        {
            using var client = await edge.Client();
            var sending = Send(client, sent, inPieces, halfClose);
            got = await client.ReadToEnd().WaitAsync(TimeSpan.FromSeconds(30));
            await sending;
        }

        var answers = Visitor.Answers(got, toHead: sent.StartsWith("HEAD ", StringComparison.Ordinal));
        if (inPieces)
        {
            answers = answers.Replace("100 Continue | ", "", StringComparison.Ordinal); // whether the body was there before that is chance
        }

        var seen = await origin.Seen();

        // Whoever ends in the middle may be told so, or be gone before; and the origin may have heard of it, or not.
        return halfClose && answers is "400 Bad Request" or "nothing" && seen.All(request => request.Fault == SeenRequest.Cut)
            ? one with { Answers = "400 or nothing", Seen = [] }
            : one with { Answers = answers, Seen = [.. seen.Select(request => request.ToString())] };
    }

    private static async Task Send(RawClient client, string bytes, bool inPieces, bool halfClose)
    {
        try
        {
            var piece = inPieces ? Math.Max(1, bytes.Length / 512) : bytes.Length;
            for (var at = 0; at < bytes.Length; at += piece)
            {
                await client.Send(bytes.Substring(at, Math.Min(piece, bytes.Length - at)));
            }

            if (halfClose)
            {
                client.EndSending();
            }
        }
        catch (SocketException)
        {
            // The edge has heard enough.
        }
    }

    // Kestrel gives lines of one name one spelling, and takes no fields after a body to clients of HTTP/1.1.
    private static string Expected(string cases, string front) => Fronts.Of(front) == FrontKind.Sockets ? cases
        : cases.Replace("X: 1\\r\\nx: 2", "X: 1\\r\\nX: 2", StringComparison.Ordinal)
            .Replace("{own}TE: trailers\\r\\nConnection: TE\\r\\n", "{own}", StringComparison.Ordinal);

    private static string Shown(WireCase one) => $"{one.Name}\n    = {one.Answers}\n" + string.Concat(one.Seen.Select(seen => $"    > {seen}\n"));

    private static string File(string family) => Path.Combine(Folder, family + ".txt");
}
