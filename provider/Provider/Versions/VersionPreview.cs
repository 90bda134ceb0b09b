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
        var outputs = VersionOutputs.WithEveryList(call.News).WithAll(manifest.OpenLists.Select(list => KeyValuePair.Create(list, (V)V.Unknown.Instance)))
            .With("number", V.Unknown.Instance)
            .With("previousNumber", V.Unknown.Instance)
            .With("active", manifest.Activate.Bare() is V.Unknown ? V.Unknown.Instance : manifest.Activates)
            .With("fingerprint", manifest.Complete ? Fingerprint.Of(manifest.Version) : V.Unknown.Instance);
        return manifest.ServiceId.Bare() is V.Text(var serviceId) && manifest.Complete && connection.IfConfigured is { } api
            ? await Predicted(outputs, call, manifest, new VersionTransaction(api, serviceId), cancel)
            : outputs;
    }

    private async Task<PropertyMap> Predicted(
        PropertyMap outputs, ResourceCall call, Manifest manifest, VersionTransaction transaction, CancellationToken cancel)
    {
        try
        {
            var outcome = await transaction.Predict(manifest.Version, manifest.Activates, cancel);
            if (outcome.Announcement is { } announcement)
            {
                await log.Inform(call.Urn, announcement, cancel);
            }

            return VersionOutputs.Of(
                outputs, manifest.Version, outcome with { Previous = outcome.Previous ?? VersionOutputs.Previous(call.State) });
        }
        catch (ControlException unreachable)
        {
            await log.Warn(call.Urn, $"the number of the next version cannot be told: {unreachable.Message}", cancel);
            return outputs;
        }
    }
}
