using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeInfra.Engine.Display;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Workspace;

/// <summary>What was done to a stack, one file per operation and beside it the state that it left.</summary>
internal sealed class History(string folder, string stack)
{
    /// <param name="record">What was done.</param>
    /// <param name="stateFile">Copied as it is.</param>
    public void Add(UpdateRecord record, string stateFile)
    {
        var name = Path.Combine(folder, $"{stack}-{UnixNanoseconds(record.Ended)}");
        if (File.Exists(stateFile))
        {
            AtomicFile.Write($"{name}.checkpoint.json", File.ReadAllBytes(stateFile));
        }

        AtomicFile.Write($"{name}.history.json", Write(record));
    }

    public static long UnixNanoseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    private static byte[] Write(UpdateRecord record) => JsonFields.Document(ValueFormat.Compact with { Indented = true, IndentSize = 4 }, json =>
    {
        json.WriteStartObject();
        json.WriteString("kind", record.Kind);
        json.WriteNumber("startTime", record.Started.ToUnixTimeSeconds());
        json.WriteString("message", record.Message);
        json.WriteStartObject("environment");
        json.WriteEndObject();
        json.WriteStartObject("config");
        json.WriteEndObject();
        json.WriteString("result", record.Succeeded ? "succeeded" : "failed");
        json.WriteNumber("endTime", record.Ended.ToUnixTimeSeconds());
        json.WriteStartObject("resourceChanges");
        foreach (var (operation, count) in record.Changes)
        {
            json.WriteNumber(operation.Name(), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });
}
