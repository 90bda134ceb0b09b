using System.Globalization;
using System.Text.Json.Nodes;

namespace EdgeInfra.Edge.Commands;

/// <summary>An explanation as people read it: the decisions in their order, one on each line.</summary>
internal static class ExplainText
{
    public static string Of(JsonObject told) => string.Join('\n', Lines(told));

    private static IEnumerable<string> Lines(JsonObject told)
    {
        yield return told["service"] is { } service
            ? $"service    {service} version {told["version"]}{((bool?)told["active"] == true ? ", live" : ", not live")}"
            : "service    none answers for this host";
        foreach (var one in Items(told["conditions"]))
        {
            yield return $"condition  {one["name"]} {Outcome(one)}, for backend {one["backend"]}: {one["statement"]}";
        }

        foreach (var rule in Items(told["rules"]))
        {
            yield return $"rule       {rule["kind"]} {rule["name"]} {((bool?)rule["followed"] == true ? "is followed" : "is not followed")}";
            foreach (var condition in Items(rule["conditions"]))
            {
                yield return $"           {condition["name"]} {Outcome(condition)}: {condition["statement"]}";
            }
        }

        if (told["sentTo"] is { } name)
        {
            yield return $"sent to    {name}, by a rule";
        }

        foreach (var one in Items(told["candidates"]))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"candidate  {one["backend"]} {(double?)one["probability"] * 100:0.##} %{((bool?)one["healthy"] == true ? "" : ", sick")}");
        }

        if (told["shield"] is { } shield)
        {
            yield return $"shield     {shield["place"]}" + (shield["passedOver"] is { } why ? $" is passed over: {why}" : $" at {shield["address"]}:{shield["port"]}, which asks");
        }

        foreach (var line in told["origin"] is { } origin ? Origin(origin) : Answer(told["answer"]))
        {
            yield return line;
        }

        foreach (var later in Items(told["rulesForTheAnswer"]))
        {
            yield return $"afterwards {later}, if the answer is so";
        }
    }

    private static IEnumerable<string> Origin(JsonNode origin)
    {
        yield return $"origin     {origin["backend"]} at {origin["address"]}:{origin["port"]}"
            + (origin["tls"] is { } tls ? $", TLS for {tls["serverName"]}, certificate of {tls["certificateName"]}" : "");
        foreach (var one in Items(origin["policy"]))
        {
            yield return $"policy     {one["step"]}: {one["what"]}";
        }

        foreach (var line in ((string?)origin["head"] ?? "").TrimEnd().Split("\r\n"))
        {
            yield return $"           {line}";
        }
    }

    private static IEnumerable<string> Answer(JsonNode? answer)
    {
        yield return $"answer     {answer?["status"]} {answer?["reason"]}, by the edge{(answer?["cause"] is { } cause ? $" ({cause})" : "")}";
        foreach (var header in Items(answer?["headers"]))
        {
            yield return $"           {header}";
        }
    }

    private static string Outcome(JsonNode condition) =>
        (bool?)condition["holds"] switch { true => "holds", false => "does not hold", null => "is not asked" };

    private static IEnumerable<JsonNode> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();
}
