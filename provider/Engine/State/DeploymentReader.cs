using System.Text.Json;

namespace EdgeInfra.Engine.State;

/// <summary>Reads deployments, version 3: the state file (a checkpoint) and what <c>stack export</c> prints.</summary>
/// <param name="secretsOf">What decrypts the secrets of a deployment, given how they were encrypted.</param>
internal sealed class DeploymentReader(Func<SecretsProvider, SecretText> secretsOf)
{
    /// <summary>Reads either form.</summary>
    /// <exception cref="StateException">Not JSON, not a deployment, of another version, or inconsistent.</exception>
    public Snapshot Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, ValueFormat.Reading);
            return ReadDocument(document.RootElement);
        }
        catch (JsonException failure)
        {
            throw new StateException(
                $"it is not complete JSON (line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1})", failure);
        }
    }

    private Snapshot ReadDocument(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version)
            || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
        {
            throw new StateException("it is no deployment: the field 'version' is missing");
        }

        RefuseWhatIsNotThree(number, root);
        var deployment = Field(root, "checkpoint") is { } checkpoint ? Field(checkpoint, "latest")
            : Field(root, "deployment") ?? throw new StateException("it has neither 'checkpoint' nor 'deployment'");
        return deployment is { } found ? ReadDeployment(found) : Snapshot.Empty;
    }

    private static void RefuseWhatIsNotThree(int version, JsonElement root)
    {
        var features = Field(root, "features") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(feature => feature.ToString()).ToArray()
            : [];
        if (features.Length > 0)
        {
            throw new StateException(
                $"it uses {string.Join(", ", features)} (deployment version {version}), which this engine does not support; "
                + "remove their use with the Pulumi CLI, then export again");
        }

        if (version is not (3 or 4))
        {
            throw new StateException(
                $"it has deployment version {version}; this engine reads version 3. Export it with a Pulumi CLI of version 3");
        }
    }

    private Snapshot ReadDeployment(JsonElement deployment)
    {
        VerifyManifest(deployment);
        var secrets = secretsOf(ReadSecretsProvider(deployment));
        var values = new ValueFormat(secrets);
        var snapshot = new Snapshot(
            [.. Items(deployment, "resources").Select((json, index) => new ResourceReader(json, index, values).Read())],
            [.. Items(deployment, "pending_operations").Select((json, index) => ReadPending(json, index, values))]);
        SnapshotIntegrity.Verify(snapshot);
        return snapshot;
    }

    private static void VerifyManifest(JsonElement deployment)
    {
        var manifest = Field(deployment, "manifest");
        var version = Text(manifest, "version");
        var magic = Text(manifest, "magic");
        // A stack that was never deployed to is exported with an empty manifest.
        if (magic.Length + version.Length > 0 && magic != DeploymentWriter.Magic(version))
        {
            throw new StateException($"its manifest is damaged: 'magic' does not belong to version '{version}'");
        }
    }

    private static SecretsProvider ReadSecretsProvider(JsonElement deployment) =>
        Field(deployment, "secrets_providers") is not { } provider || Text(provider, "type") is not { Length: > 0 } type
            ? SecretsProvider.None
            : new SecretsProvider(type, Text(Field(provider, "state"), "salt") is { Length: > 0 } salt ? salt : null);

    private static PendingOperation ReadPending(JsonElement json, int index, ValueFormat values) =>
        Field(json, "resource") is { } resource && Text(json, "type") is { Length: > 0 } type
            ? new PendingOperation(new ResourceReader(resource, index, values).Read(), type)
            : throw new StateException($"pending operation number {index}: 'resource' or 'type' is missing");

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) => Field(json, name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        var other => throw new StateException($"'{name}' is {other?.ValueKind}; expected a list"),
    };

    private static JsonElement? Field(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var field)
            && field.ValueKind != JsonValueKind.Null
            ? field
            : null;

    private static string Text(JsonElement? json, string name) =>
        json is { } found && Field(found, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}
