using System.Text.Json.Nodes;

namespace Unit.Edge.Control;

/// <summary>What the control API answered.</summary>
internal sealed record Said(int Status, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Detail => (string?)Json["detail"];

    public JsonNode Expect(int status)
    {
        Assert.True(Status == status, $"expected {status}, got {Status}: {Body}");
        return Json;
    }

    /// <summary>The same JSON value; the order of properties does not count.</summary>
    public void Is(int status, string json)
    {
        var actual = Expect(status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), actual), $"expected {json}\nbut got {Body}");
    }
}
