using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EdgeInfra.Engine.State;

/// <summary>Writes deployments, version 3: the state file (a checkpoint) and what <c>stack export</c> prints.</summary>
/// <param name="secrets">Encrypts, or leaves secrets in plain text.</param>
/// <param name="salt">The passphrase provider's salt; asked after the resources were written, for a first secret makes one.</param>
/// <param name="time">For the manifest.</param>
internal sealed class DeploymentWriter(SecretText secrets, Func<string?> salt, TimeProvider time)
{
    private static readonly string Version =
        "v" + typeof(DeploymentWriter).Assembly.GetName().Version?.ToString(3);

    // As the Pulumi CLI indents, so that a change of engine does not change every line.
    private static readonly JsonWriterOptions Indented = ValueFormat.Compact with { Indented = true, IndentSize = 4 };

    private readonly ValueFormat _values = new(secrets);

    /// <summary>The state file of a stack.</summary>
    /// <param name="stack">Its full name, as in <c>organization/project/stack</c>.</param>
    /// <exception cref="StateException">The snapshot is inconsistent.</exception>
    public byte[] Checkpoint(string stack, Snapshot snapshot) => Document(snapshot, json =>
    {
        json.WriteStartObject("checkpoint");
        json.WriteString("stack", stack);
        Write(json, "latest", snapshot);
        json.WriteEndObject();
    });

    /// <summary>What <c>stack export</c> prints and <c>stack import</c> reads.</summary>
    public byte[] Export(Snapshot snapshot) => Document(snapshot, json => Write(json, "deployment", snapshot));

    /// <summary>The mark by which Pulumi tells a manifest from a damaged one.</summary>
    public static string Magic(string version) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)));

    private static byte[] Document(Snapshot snapshot, Action<Utf8JsonWriter> write)
    {
        SnapshotIntegrity.Verify(snapshot);
        var document = JsonFields.Document(Indented, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", 3);
            write(json);
            json.WriteEndObject();
        });
        return [.. document, (byte)'\n'];
    }

    private void Write(Utf8JsonWriter json, string name, Snapshot snapshot)
    {
        json.WriteStartObject(name);
        WriteManifest(json);
        var resources = new ResourceWriter(json, _values);
        json.WriteStartArray("resources");
        foreach (var resource in snapshot.Resources)
        {
            resources.Write(resource);
        }

        json.WriteEndArray();
        WritePending(json, resources, snapshot);
        WriteSecretsProvider(json);
        json.WriteStartObject("metadata");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteManifest(Utf8JsonWriter json)
    {
        json.WriteStartObject("manifest");
        json.WriteString("time", ResourceWriter.Rfc3339(time.GetUtcNow()));
        json.WriteString("magic", Magic(Version));
        json.WriteString("version", Version);
        json.WriteEndObject();
    }

    private static void WritePending(Utf8JsonWriter json, ResourceWriter resources, Snapshot snapshot)
    {
        if (snapshot.PendingOperations.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("pending_operations");
        foreach (var pending in snapshot.PendingOperations)
        {
            json.WriteStartObject();
            json.WritePropertyName("resource");
            resources.Write(pending.Resource);
            json.WriteString("type", pending.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteSecretsProvider(Utf8JsonWriter json)
    {
        if (salt() is not { } known)
        {
            return;
        }

        json.WriteStartObject("secrets_providers");
        json.WriteString("type", SecretsProvider.Passphrase);
        json.WriteStartObject("state");
        json.WriteString("salt", known);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
