using System.Text.Json;

namespace EdgeInfra;

/// <summary>What the bundled runtime prints when it is ready: one line of JSON with its addresses.</summary>
internal sealed class ReadyLine
{
    private readonly JsonElement _json;

    private ReadyLine(JsonElement json) => _json = json;

    public static ReadyLine Parse(string printed)
    {
        var line = printed.Split('\n').LastOrDefault(line => line.StartsWith('{'))
            ?? throw new InvalidOperationException($"edgeinfra-edge did not say where it listens, but \"{printed.Trim()}\"; its log is edge.log in the data directory.");
        using var document = JsonDocument.Parse(line);
        return new(document.RootElement.Clone());
    }

    public string Required(string name) => _json.TryGetProperty(name, out var value) && value.GetString() is { } text
        ? text
        : throw new InvalidOperationException($"edgeinfra-edge did not say its {name}: is it another version?");
}
