using System.Net.Http.Headers;
using System.Text;
using Kit;

namespace Unit.Edge.Control;

public sealed class Nested_fields
{
    private const string Policy = """{"path_prefix":"/file/b","error_pages":[{"path":"/404.html"}],"signing":{"region":"auto","secret_key":"sesame"}}""";

    private const string Answered = """
        {"path_prefix":"/file/b","directory_redirect":false,"missing":["404"],
         "error_pages":[{"statuses":["404"],"path":"/404.html","content_type":"text/html; charset=utf-8","ttl":60}],
         "signing":{"scheme":"aws-v4","region":"auto","credentials":"given","secret_key":"sesame"}}
        """;

    [Fact]
    public async Task Are_taken_from_forms_and_from_json_answered_as_objects_and_cleared_with_nothing()
    {
        await using var edge = await ControlUnderTest.Start();
        var at = $"/service/{await edge.Service()}/version/1/backend";

        var made = (await edge.Post(at, $"name=a&address=192.0.2.1&policy={Uri.EscapeDataString(Policy)}")).Expect(200);
        new Said(200, made["policy"]!.ToJsonString()).Is(200, Answered);
        new Said(200, (await Json(edge, HttpMethod.Post, at, $$"""{"name":"b","address":"192.0.2.1","policy":{{Policy}}}""")).Expect(200)["policy"]!.ToJsonString())
            .Is(200, Answered);
        Assert.Null((await Json(edge, HttpMethod.Put, $"{at}/b", """{"policy":null}""")).Expect(200)["policy"]);
        Assert.NotNull((await edge.Put($"{at}/a", "port=81")).Expect(200)["policy"]);
        Assert.Null((await edge.Put($"{at}/a", "policy=")).Expect(200)["policy"]);
    }

    [Fact]
    public async Task Are_refused_with_their_place_all_at_once()
    {
        await using var edge = await ControlUnderTest.Start();
        var refused = await Json(edge, HttpMethod.Post, $"/service/{await edge.Service()}/version/1/backend", """
            {"name":"a","address":"192.0.2.1","policy":{"path_prefx":"/a","error_pages":[{"ttl":-1}],"signing":{"secret_key":["sesame"],"scheme":"aws"}}}
            """);

        refused.Expect(400);
        Assert.Contains("policy.path_prefx is not a field of a policy. Did you mean \\\"path_prefix\\\"?", refused.Body, StringComparison.Ordinal);
        Assert.All(["policy.error_pages[0].ttl is -1 s", "policy.signing.secret_key is a list", "policy.signing.scheme is"],
            text => Assert.Contains(text, refused.Body, StringComparison.Ordinal));
        Assert.DoesNotContain("sesame", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlive_a_restart()
    {
        using var folder = new TempFolder();
        string at;
        await using (var edge = await ControlUnderTest.Start(folder.Path))
        {
            at = $"/service/{await edge.Service()}/version/1/backend";
            (await edge.Post(at, $"name=a&address=192.0.2.1&policy={Uri.EscapeDataString(Policy)}")).Expect(200);
        }

        await using var again = await ControlUnderTest.Start(folder.Path);
        new Said(200, (await again.Get($"{at}/a")).Expect(200)["policy"]!.ToJsonString()).Is(200, Answered);
    }

    [Fact]
    public async Task Have_lines_of_their_own_in_a_difference_which_hides_secrets()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Service();
        var at = $"/service/{service}/version";
        (await edge.Post($"{at}/1/backend", $"name=a&address=192.0.2.1&policy={Uri.EscapeDataString(Policy)}")).Expect(200);
        (await edge.Put($"{at}/1/clone")).Expect(200);
        var changed = Policy.Replace("auto", "eu-west-1", StringComparison.Ordinal).Replace("sesame", "other", StringComparison.Ordinal);
        (await edge.Put($"{at}/2/backend/a", $"policy={Uri.EscapeDataString(changed)}")).Expect(200);

        var lines = ((string)(await edge.Get($"/service/{service}/diff/from/1/to/2")).Expect(200)["diff"]!).Split('\n');
        var shown = lines.Where(line => line.StartsWith('+') || line.StartsWith('-')).ToList();

        Assert.Equal(4, shown.Count);
        Assert.Contains("-  policy.signing.region: auto", shown);
        Assert.Contains("+  policy.signing.region: eu-west-1", shown);
        Assert.Equal(2, shown.Count(line => line.Contains("policy.signing.secret_key: '[secret ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.EndsWith("policy.error_pages[0].path: '/404.html'", StringComparison.Ordinal));
    }

    private static async Task<Said> Json(ControlUnderTest edge, HttpMethod method, string at, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(method, at) { Content = content };
        using var response = await edge.Client.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
