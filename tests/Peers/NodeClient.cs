using System.Diagnostics;
using System.Text.Json.Nodes;
using Kit;

namespace Peers;

/// <summary>The real generated stubs on grpc-js, calling a provider.</summary>
internal sealed class NodeClient : IAsyncDisposable
{
    private readonly Process _node;

    public NodeClient(string providerAddress)
    {
        _node = Process.Start(new ProcessStartInfo(
            "node", [Repository.At("tests", "Peers", "node", "provider-client.js"), providerAddress])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>The response, with objects as plain JSON.</summary>
    public async Task<JsonNode> Call(string method, object? request = null)
    {
        var answer = await Ask(method, request);
        Assert.True(answer["response"] is not null, answer.ToJsonString());
        return answer["response"]!;
    }

    /// <summary>The failure that a call must end with.</summary>
    public async Task<JsonNode> Refused(string method, object request)
    {
        var answer = await Ask(method, request);
        Assert.True(answer["error"] is not null, answer.ToJsonString());
        return answer["error"]!;
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private async Task<JsonNode> Ask(string method, object? request)
    {
        var line = new JsonObject { ["method"] = method, ["request"] = System.Text.Json.JsonSerializer.SerializeToNode(request ?? new { }) };
        await _node.StandardInput.WriteLineAsync(line.ToJsonString());
        var answer = await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the client ended");
        return JsonNode.Parse(answer)!;
    }
}
