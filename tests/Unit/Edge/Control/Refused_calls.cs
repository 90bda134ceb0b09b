using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Kit;

namespace Unit.Edge.Control;

/// <summary>With EDGEINFRA_ACCEPT=1 in the environment the file of answers is rewritten instead of compared: read that diff.</summary>
public sealed class Refused_calls
{
    private static readonly string Answers = Repository.At("tests", "Unit", "Edge", "Control", "refused-calls.txt");

    [Fact]
    public async Task Have_exactly_these_answers_and_change_nothing()
    {
        using var folder = new TempFolder();
        await using var edge = await ControlUnderTest.Start(folder.Path);
        var names = await Prepare(edge);
        var before = Contents(folder.Path);
        var said = new StringBuilder();
        foreach (var call in WrongCalls.All)
        {
            said.Append(call).Append('\n').Append("    ").Append(await Answer(edge, call, names)).Append('\n');
            Assert.True(before == Contents(folder.Path), $"{call} changed the data folder");
        }

        if (Environment.GetEnvironmentVariable("EDGEINFRA_ACCEPT") == "1")
        {
            File.WriteAllText(Answers, said.ToString());
        }

        Assert.True(WrongCalls.All.Count >= 60);
        Assert.Equal(File.ReadAllText(Answers), said.ToString());
        Assert.Empty(edge.Log);
    }

    private static async Task<string> Answer(ControlUnderTest edge, WrongCall call, IReadOnlyDictionary<string, string> names)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), Named(call.Path));
        request.Headers.TryAddWithoutValidation("Fastly-Key", Named(call.Token));
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body == WrongCalls.NotUtf8 ? [.. "name="u8, 0xff] : Encoding.UTF8.GetBytes(body));

            // What is too large is answered before it has come; a client that goes on sending may miss the answer.
            request.Headers.ExpectContinue = body.Length > 100_000;
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.Type);
        }

        using var answer = await edge.Client.SendAsync(request);
        var text = names.Aggregate(await answer.Content.ReadAsStringAsync(), (text, name) => text.Replace(name.Value, name.Key, StringComparison.Ordinal));
        return $"{(int)answer.StatusCode} {text}";

        string Named(string text) => names.Aggregate(text, (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyDictionary<string, string>> Prepare(ControlUnderTest edge)
    {
        var live = await edge.Ready("live");
        (await edge.Put($"/service/{live}/version/1/activate")).Expect(200);
        (await edge.Put($"/service/{live}/version/1/clone")).Expect(200);
        var draft = $"/service/{live}/version/2";
        (await edge.Post($"{draft}/condition", "name=c&type=REQUEST&statement=req.url")).Expect(200);
        (await edge.Post($"{draft}/condition", "name=d&type=REQUEST&statement=req.url")).Expect(200);
        (await edge.Post($"{draft}/healthcheck", "name=h&host=example.com&path=/")).Expect(200);
        (await edge.Post($"{draft}/backend", "name=b&address=192.0.2.2&healthcheck=h&request_condition=c")).Expect(200);

        (await edge.Post($"{draft}/condition", "name=cache&type=CACHE&statement=beresp.ttl+%3E+0s")).Expect(200);
        (await edge.Post($"{draft}/gzip", "name=g&cache_condition=cache")).Expect(200);
        (await edge.Post($"{draft}/director", "name=pair")).Expect(200);

        var taken = await edge.Ready("taken");
        var unparsable = await edge.Ready("unparsable", "u.example.com");
        (await edge.Post($"/service/{unparsable}/version/1/condition", "name=bad&type=REQUEST&statement=req.url+~~+%22x%22")).Expect(200);
        var empty = await edge.Service("empty");
        var reader = await edge.NewToken("scope=global:read");
        return new Dictionary<string, string> { ["{S}"] = live, ["{T}"] = taken, ["{U}"] = unparsable, ["{E}"] = empty, ["{READER}"] = reader };
    }

    private static string Contents(string folder)
    {
        var all = new StringBuilder();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) != "edge.lock") // locked by the edge, and always empty
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                all.Append(path).Append(' ').Append(Convert.ToHexString(SHA256.HashData(file))).Append('\n');
            }
        }

        return all.ToString();
    }
}
