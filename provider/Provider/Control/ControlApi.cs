using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>The operations on services and versions that resources need, in the control API's words.</summary>
internal sealed class ControlApi(ControlClient client)
{
    public Uri Endpoint => client.Endpoint;

    public async Task<string> CreateService(Service service, CancellationToken cancel) =>
        (await Post($"creating service \"{service.Name}\"", "service", Model.Service.Fields.ToForm(service), cancel)).GetProperty("id").GetString()!;

    public Task UpdateService(string id, Service before, Service after, CancellationToken cancel) =>
        Put($"updating service {id}", Path(id), Model.Service.Fields.ToForm(before, after), cancel);

    /// <returns>false when it was gone already.</returns>
    public Task<bool> DeleteService(string id, CancellationToken cancel) =>
        Delete($"deleting service {id}", Path(id), cancel);

    /// <summary>The service with its live version, or null when there is no such service.</summary>
    public async Task<LiveService?> ReadService(string id, CancellationToken cancel)
    {
        if (await Get($"reading service {id}", $"{Path(id)}/details", cancel) is not { } details || DetailsReader.IsDeleted(details))
        {
            return null;
        }

        var version = details.TryGetProperty("version", out var shown) && shown.ValueKind == JsonValueKind.Object ? shown : (JsonElement?)null;
        var hasActive = details.TryGetProperty("active_version", out var active) && active.ValueKind == JsonValueKind.Object;
        var highest = DetailsReader.Highest(details);
        return new(
            DetailsReader.Service(details),
            hasActive ? await Detailed(id, active, version, cancel) : null,
            !hasActive && highest > 0 ? await Detailed(id, null, version, cancel, highest) : null,
            highest);
    }

    public async Task<LiveVersion?> ReadVersion(string id, int number, CancellationToken cancel) =>
        await Get($"reading version {number} of service {id}", $"{Path(id)}/details?version={number}", cancel) is { } details
        && details.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Object && DetailsReader.Number(version) == number
            ? DetailsReader.Version(id, version)
            : null;

    public async Task<int> CloneVersion(string id, int number, CancellationToken cancel) =>
        DetailsReader.Number(await Put($"cloning version {number} of service {id}", $"{Path(id, number)}/clone", [], cancel));

    public async Task<int> CreateVersion(string id, CancellationToken cancel) =>
        DetailsReader.Number(await Post($"creating a version of service {id}", $"{Path(id)}/version", [], cancel));

    public Task CommentVersion(string id, int number, string comment, CancellationToken cancel) =>
        Put($"setting the comment of version {number}", Path(id, number), [KeyValuePair.Create("comment", comment)], cancel);

    /// <summary>What speaks against the version, or null.</summary>
    public async Task<string?> ValidateVersion(string id, int number, CancellationToken cancel)
    {
        var verdict = await client.Send($"validating version {number}", HttpMethod.Get, $"{Path(id, number)}/validate", null, cancel);
        return verdict.GetProperty("status").GetString() == "ok" ? null : Message(verdict) ?? "no reason given";
    }

    /// <summary>A remark on the activated version, or null.</summary>
    public async Task<string?> ActivateVersion(string id, int number, CancellationToken cancel) =>
        Message(await Put($"activating version {number}", $"{Path(id, number)}/activate", [], cancel));

    public Task DeactivateVersion(string id, int number, CancellationToken cancel) =>
        Put($"deactivating version {number} of service {id}", $"{Path(id, number)}/deactivate", [], cancel);

    public async Task Write(string id, int number, ObjectChange change, CancellationToken cancel)
    {
        var table = FieldTables.Of(change.Kind);
        var (list, item) = ($"{Path(id, number)}/{table.WirePath}", $"{Path(id, number)}/{table.WirePath}/{Uri.EscapeDataString(change.Name)}");
        var what = $"{table.WirePath} \"{change.Name}\"";
        switch (change)
        {
            case { Action: ObjectAction.Removed }:
                await Delete($"deleting {what}", item, cancel);
                break;
            case { Action: ObjectAction.Changed, Replaces: false }:
                await Put($"changing {what}", item, table.ToForm(change.Before!, change.After!), cancel);
                break;
            case { Action: ObjectAction.Changed }:
                await Delete($"replacing {what}", item, cancel);
                await Post($"replacing {what}", list, table.ToForm(change.After!), cancel);
                break;
            default:
                await Post($"creating {what}", list, table.ToForm(change.After!), cancel);
                break;
        }
    }

    private static string Path(string id) => $"service/{Uri.EscapeDataString(id)}";

    private static string Path(string id, int number) => $"{Path(id)}/version/{number}";

    private static string? Message(JsonElement json) =>
        json.TryGetProperty("msg", out var message) && message.ValueKind == JsonValueKind.String && message.GetString() is { Length: > 0 } text ? text : null;

    // Which of the two descriptions carries the objects differs; a third question is needed when neither does.
    private async Task<LiveVersion?> Detailed(string id, JsonElement? wanted, JsonElement? shown, CancellationToken cancel, int number = 0)
    {
        number = wanted is { } told ? DetailsReader.Number(told) : number;
        return wanted is { } active && DetailsReader.HasObjects(active) ? DetailsReader.Version(id, active)
            : shown is { } version && DetailsReader.Number(version) == number && DetailsReader.HasObjects(version) ? DetailsReader.Version(id, version)
            : await ReadVersion(id, number, cancel);
    }

    private async Task<JsonElement?> Get(string doing, string path, CancellationToken cancel)
    {
        try
        {
            return await client.Send(doing, HttpMethod.Get, path, null, cancel);
        }
        catch (ControlException refused) when (refused.Status == 404)
        {
            return null;
        }
    }

    private async Task<bool> Delete(string doing, string path, CancellationToken cancel)
    {
        try
        {
            await client.Send(doing, HttpMethod.Delete, path, null, cancel);
            return true;
        }
        catch (ControlException refused) when (refused.Status == 404)
        {
            return false;
        }
    }

    private Task<JsonElement> Put(string doing, string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel) =>
        client.Send(doing, HttpMethod.Put, path, form, cancel);

    private Task<JsonElement> Post(string doing, string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel) =>
        client.Send(doing, HttpMethod.Post, path, form, cancel);
}
