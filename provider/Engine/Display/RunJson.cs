using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Display;

/// <summary>A run as one JSON document: of a preview in the shape of the Pulumi CLI, of everything else in that of its newer commands.</summary>
internal static class RunJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="config">By full key, secrets hidden already.</param>
    public static string Preview(RunRecord run, IReadOnlyDictionary<string, string> config) => Document(json =>
    {
        json.WriteStartObject("config");
        foreach (var (key, value) in config)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("steps");
        foreach (var resource in run.Resources)
        {
            Step(json, resource);
        }

        json.WriteEndArray();
        Diagnostics(json, run);
        Duration(json, run);
        Counts(json, "changeSummary", run);
        json.WriteBoolean("maybeCorrupt", false);
    });

    public static string Result(RunRecord run, bool succeeded) => Document(json =>
    {
        json.WriteString("result", succeeded ? "succeeded" : "failed");
        Duration(json, run);
        Counts(json, "summary", run);
        json.WriteStartArray("resources");
        foreach (var resource in run.Resources)
        {
            json.WriteStartObject();
            json.WriteString("urn", resource.Urn);
            json.WriteString("type", resource.Name.Type);
            json.WriteString("name", resource.Name.Name);
            json.WriteString("op", resource.Operation.Name());
            json.Text("parent", resource.Parent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Values("outputs", run.StackOutputs ?? PropertyMap.Empty);
        Diagnostics(json, run);
    });

    private static void Step(Utf8JsonWriter json, ResourceReport resource)
    {
        json.WriteStartObject();
        json.WriteString("op", resource.Operation.Name());
        json.WriteString("urn", resource.Urn);
        json.Text("provider", resource.State?.Provider ?? "");
        json.State("oldState", resource.Step.Old);
        json.State("newState", resource.Step.New);
        json.Texts("diffReasons", resource.Step.Diffs);
        json.Texts("replaceReasons", resource.Step.ReplaceKeys);
        json.Detailed(resource.Step.DetailedDiff);
        json.WriteEndObject();
    }

    private static void Diagnostics(Utf8JsonWriter json, RunRecord run)
    {
        if (run.Problems.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("diagnostics");
        foreach (var problem in run.Problems)
        {
            json.WriteStartObject();
            json.Text("urn", problem.Urn);
            json.WriteString("message", problem.Message);
            json.WriteString("severity", problem.Severity is Severity.Error ? "error" : "warning");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Duration(Utf8JsonWriter json, RunRecord run) =>
        json.WriteNumber("duration", (run.Summary?.Duration.Ticks ?? 0) * TimeSpan.NanosecondsPerTick);

    private static void Counts(Utf8JsonWriter json, string name, RunRecord run)
    {
        json.WriteStartObject(name);
        foreach (var (operation, count) in run.Summary?.Changes.Where(count => count.Value > 0) ?? [])
        {
            json.WriteNumber(operation.Name(), count);
        }

        json.WriteEndObject();
    }

    private static string Document(Action<Utf8JsonWriter> write) => JsonFields.DocumentText(Indented, json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    });
}
