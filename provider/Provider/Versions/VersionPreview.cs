using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Versions;

/// <summary>
/// What a ServiceVersion's outputs will be. Numbers are asked of the control API; where that is not possible they stay unknown.
/// </summary>
internal sealed class VersionPreview(Connection connection, EngineLog log)
{
    public async Task<PropertyMap> Outputs(ResourceCall call, Manifest manifest, CancellationToken cancel)
    {
        var outputs = VersionOutputs.Shown(call.Urn, call.News).WithAll(manifest.OpenLists.Select(list => KeyValuePair.Create(list, (V)V.Unknown.Instance)))
            .With("number", V.Unknown.Instance)
            .With("previousNumber", V.Unknown.Instance)
            .With("active", manifest.Activate.Bare() is V.Unknown ? V.Unknown.Instance : manifest.Activates)
            .With("staged", manifest.Activate.Bare() is V.Unknown ? V.Unknown.Instance : manifest.Goes == Going.Staged)
            .With("fingerprint", manifest.Pin is V.Null && manifest.Complete ? Fingerprint.Of(manifest.Version) : V.Unknown.Instance);
        return manifest.ServiceId.Bare() is not V.Text(var serviceId) || connection.IfConfigured is not { } api ? outputs
            : manifest.Pin.Bare() is V.Number(var pin) ? await Predicted(
                outputs, call, () => new Pinning(api, serviceId).Run((int)pin, preview: true, cancel), cancel)
            : manifest.Pin.Bare() is V.Null && manifest.Complete ? await Predicted(
                outputs, call, async () => (manifest.Version, await VersionTransaction.For(connection.Target, api, serviceId, manifest, call).Predict(cancel)), cancel)
            : outputs;
    }

    private async Task<PropertyMap> Predicted(
        PropertyMap outputs, ResourceCall call, Func<Task<(ServiceVersion Content, Activated Outcome)>> predict, CancellationToken cancel)
    {
        try
        {
            var (content, outcome) = await predict();
            if (outcome.Announcement is { } announcement)
            {
                await log.Inform(call.Urn, announcement, cancel);
            }

            return VersionOutputs.Of(
                call.Urn, outputs, content, outcome with { Previous = outcome.Previous ?? VersionOutputs.Previous(call.State) });
        }
        catch (ControlException unreachable)
        {
            await log.Warn(call.Urn, $"the number of the next version cannot be told: {unreachable.Message}", cancel);
            return outputs;
        }
    }
}
