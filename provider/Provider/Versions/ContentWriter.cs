using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Versions;

/// <summary>Writes what is managed beside a version: for new owners before anything is live, for live ones after the activation.</summary>
/// <param name="before">What was declared before: what a dictionary that cannot be read is compared with.</param>
internal sealed class ContentWriter(ControlApi api, string serviceId, IEnumerable<ManagedContent> wanted, IEnumerable<ManagedContent> before)
{
    private readonly IReadOnlyList<ManagedContent> _wanted = [.. wanted];

    public async Task FillNew(IReadOnlyDictionary<(ObjectKind, string), string> created, CancellationToken cancel)
    {
        foreach (var content in _wanted)
        {
            if (created.TryGetValue((content.Owner, content.Name), out var id))
            {
                await api.Contents.Write(serviceId, content.Owner, id, [], content.Wanted, cancel);
            }
        }
    }

    public async Task ChangeLive(LiveVersion version, IReadOnlyDictionary<(ObjectKind, string), string> created, CancellationToken cancel)
    {
        foreach (var content in Shared(version, created))
        {
            try
            {
                await Change(content, version.Ids[(content.Owner, content.Name)], cancel);
            }
            catch (Exception failure) when (failure is ControlException or OperationCanceledException)
            {
                var status = failure is ControlException refused ? refused.RpcStatus : RpcStatus.Cancelled;
                var reason = failure is ControlException ? failure.Message : "the operation was cancelled.";
                throw new RpcException(status, $"the version is live, but {content} may be written in part: {reason} The next run writes what is missing.");
            }
        }
    }

    /// <summary>What is not written because nothing goes live: the live version would feel it at once. Null when there is none.</summary>
    public string? RemarkWithoutActivation(LiveVersion? version, IReadOnlyDictionary<(ObjectKind, string), string> created) =>
        version is not null && Shared(version, created) is { Count: > 0 } shared
            ? $"{string.Join(", ", shared)}: left as it is, because the live version shares it and nothing is activated"
            : null;

    /// <summary>Whether all of it has an owner in the version.</summary>
    public bool BelongTo(LiveVersion version) => _wanted.All(content => version.Ids.ContainsKey((content.Owner, content.Name)));

    private List<ManagedContent> Shared(LiveVersion version, IReadOnlyDictionary<(ObjectKind, string), string> created) =>
        [.. _wanted.Where(content => version.Ids.ContainsKey((content.Owner, content.Name)) && !created.ContainsKey((content.Owner, content.Name)))];

    private async Task Change(ManagedContent content, string id, CancellationToken cancel)
    {
        if (content.IsReadable)
        {
            await api.Contents.Write(serviceId, content.Owner, id, await api.Contents.Read(serviceId, content.Owner, id, cancel), content.Wanted, cancel);
            return;
        }

        var old = before.FirstOrDefault(old => old.Owner == content.Owner && old.Name == content.Name)?.Wanted ?? [];
        await api.Contents.Remove(serviceId, id, old.Select(item => item.Name).Except(content.Wanted.Select(item => item.Name)), cancel);
        var kept = content.Wanted.Select(item => item.Name).ToHashSet();
        await api.Contents.Write(
            serviceId, content.Owner, id, old.Where(item => kept.Contains(item.Name)).Select(item => new LiveRecord(item)), content.Wanted, cancel);
    }
}
