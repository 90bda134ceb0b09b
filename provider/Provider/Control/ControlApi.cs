using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>The operations on services and versions that resources need, in the control API's words.</summary>
internal sealed class ControlApi(ControlClient client)
{
    private static readonly TimeSpan Briefly = TimeSpan.FromSeconds(5);

    public Uri Endpoint => client.Endpoint;

    public ContentApi Contents { get; } = new(client);

    /// <summary>
    /// Tells a wrong key at once, and not once for every resource. Nothing is said against an API that cannot be asked: it may
    /// start later.
    /// </summary>
    public async Task RequireKey(CancellationToken cancel)
    {
        try
        {
            await client.Send("checking it", HttpMethod.Get, "tokens/self", null, cancel, Briefly);
        }
        catch (ControlException other) when (other.Status != 401)
        {
            // Not every control API knows its tokens, but each refuses a wrong one before it looks for anything.
        }
    }

    public Task<string> CreateService(Service service, CancellationToken cancel) => Post(
        $"creating service \"{service.Name}\"", "service", Model.Service.Fields.ToForm(service),
        json => json.GetProperty("id").GetString()!, cancel);

    public Task UpdateService(string id, Service before, Service after, CancellationToken cancel) =>
        Put($"updating service {id}", Path(id), Model.Service.Fields.ToForm(before, after), cancel);

    public Task DeleteService(string id, CancellationToken cancel) =>
        Delete($"deleting service {id}", Path(id), cancel);

    /// <summary>The service with its live version, or null when there is no such service.</summary>
    public async Task<LiveService?> ReadService(string id, CancellationToken cancel)
    {
        var details = await Get($"reading service {id}", $"{Path(id)}/details", json => DetailsReader.Service(id, json), cancel);
        if (details is null)
        {
            return null;
        }

        // Which of the descriptions carries the objects differs; one more question is needed when none does.
        var number = details.Active ?? details.Highest;
        var version = details.Described ?? (number > 0 ? await ReadVersion(id, number, cancel) : null);
        if (details.Active is not null && version is null)
        {
            throw new ControlException($"reading service {id}: its live version {number} cannot be found; try again.", null);
        }

        return new(
            details.Service, details.Active is null ? null : version, details.Active is null ? version : null, details.Highest);
    }

    public Task<LiveVersion?> ReadVersion(string id, int number, CancellationToken cancel) => Get(
        $"reading version {number} of service {id}", $"{Path(id)}/details?version={number}",
        json => DetailsReader.Version(id, json.GetProperty("version")), cancel);

    public Task<int> CloneVersion(string id, int number, CancellationToken cancel) =>
        Put($"cloning version {number} of service {id}", $"{Path(id, number)}/clone", [], DetailsReader.Number, cancel);

    public Task<int> CreateVersion(string id, CancellationToken cancel) =>
        Post($"creating a version of service {id}", $"{Path(id)}/version", [], DetailsReader.Number, cancel);

    public Task CommentVersion(string id, int number, string comment, CancellationToken cancel) =>
        Put($"setting the comment of version {number}", Path(id, number), [KeyValuePair.Create("comment", comment)], cancel);

    /// <summary>What speaks against the version, or null.</summary>
    public Task<string?> ValidateVersion(string id, int number, CancellationToken cancel) => Ask(
        $"validating version {number}", HttpMethod.Get, $"{Path(id, number)}/validate", null,
        verdict => verdict.GetProperty("status").GetString() == "ok" ? null : Message(verdict) ?? "no reason given", cancel);

    /// <summary>A remark on the activated version, or null.</summary>
    public Task<string?> ActivateVersion(string id, int number, CancellationToken cancel) =>
        Put($"activating version {number}", $"{Path(id, number)}/activate", [], Message, cancel);

    public Task DeactivateVersion(string id, int number, CancellationToken cancel) =>
        Put($"deactivating version {number} of service {id}", $"{Path(id, number)}/deactivate", [], cancel);

    /// <summary>A remark on the staged version, or null.</summary>
    public Task<string?> StageVersion(string id, int number, CancellationToken cancel) =>
        Put($"staging version {number}", $"{Path(id, number)}/activate/staging", [], Message, cancel);

    public Task UnstageVersion(string id, int number, CancellationToken cancel) =>
        Put($"taking version {number} of service {id} out of staging", $"{Path(id, number)}/deactivate/staging", [], cancel);

    public Task WriteSettings(string id, int number, SettingsChange change, CancellationToken cancel) => Put(
        "changing the settings", $"{Path(id, number)}/{Settings.Fields.WirePath}", Settings.Fields.ToForm(change.Before, change.After), cancel);

    /// <param name="kind">Its address: <c>backend</c>.</param>
    /// <returns>The object's id, where objects of the kind have one.</returns>
    public Task<string?> CreateObject(string id, int number, string kind, string name, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel) =>
        Post($"creating {kind} \"{name}\"", $"{Path(id, number)}/{kind}", form, DetailsReader.Id, cancel);

    /// <param name="more">What follows the name in the address: a director's member, for example.</param>
    public Task UpdateObject(
        string id, int number, string kind, string name, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel, string more = "") =>
        Put($"changing {kind} \"{name}\"", PathOf(id, number, kind, name) + more, form, cancel);

    public Task DeleteObject(string id, int number, string kind, string name, CancellationToken cancel) =>
        Delete($"deleting {kind} \"{name}\"", PathOf(id, number, kind, name), cancel);

    public Task AddMember(string id, int number, string director, string backend, CancellationToken cancel) => Post(
        $"adding backend \"{backend}\" to director \"{director}\"", PathOfMember(id, number, director, backend), [], cancel);

    public Task RemoveMember(string id, int number, string director, string backend, CancellationToken cancel) => Delete(
        $"removing backend \"{backend}\" from director \"{director}\"", PathOfMember(id, number, director, backend), cancel);

    private static string PathOf(string id, int number, string kind, string name) => $"{Path(id, number)}/{kind}/{Uri.EscapeDataString(name)}";

    private static string PathOfMember(string id, int number, string director, string backend) =>
        $"{PathOf(id, number, Director.Fields.WirePath, director)}/{Backend.Fields.WirePath}/{Uri.EscapeDataString(backend)}";

    private static string Path(string id) => $"service/{Uri.EscapeDataString(id)}";

    private static string Path(string id, int number) => $"{Path(id)}/version/{number}";

    private static string? Message(JsonElement json) =>
        json.TryGetProperty("msg", out var message) && message.ValueKind == JsonValueKind.String
            && message.GetString() is { Length: > 0 } text
                ? text
                : null;

    /// <summary>null when the API has no such thing.</summary>
    private async Task<T?> Get<T>(string doing, string path, Func<JsonElement, T?> read, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await Ask(doing, HttpMethod.Get, path, null, read, cancel);
        }
        catch (ControlException refused) when (refused.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Something already gone is fine.</summary>
    private async Task Delete(string doing, string path, CancellationToken cancel)
    {
        try
        {
            await Ask(doing, HttpMethod.Delete, path, null, Nothing, cancel);
        }
        catch (ControlException refused) when (refused.Status == 404)
        {
        }
    }

    private Task Put(string doing, string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel) =>
        Put(doing, path, form, Nothing, cancel);

    private Task<T> Put<T>(string doing, string path, IEnumerable<KeyValuePair<string, string>> form, Func<JsonElement, T> read, CancellationToken cancel) =>
        Ask(doing, HttpMethod.Put, path, form, read, cancel);

    private Task Post(string doing, string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel) =>
        Post(doing, path, form, Nothing, cancel);

    private Task<T> Post<T>(string doing, string path, IEnumerable<KeyValuePair<string, string>> form, Func<JsonElement, T> read, CancellationToken cancel) =>
        Ask(doing, HttpMethod.Post, path, form, read, cancel);

    private static bool Nothing(JsonElement answer) => true;

    private async Task<T> Ask<T>(
        string doing, HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? form, Func<JsonElement, T> read,
        CancellationToken cancel)
    {
        var answer = await client.Send(doing, method, path, form, cancel);
        try
        {
            return read(answer);
        }
        catch (Exception odd) when (odd is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ControlException(
                $"endpoint: what answers at {client.Endpoint} is not a control API: it left out what is needed when {doing}; correct the provider's endpoint.", null);
        }
    }
}
