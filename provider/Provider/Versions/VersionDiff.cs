using EdgeInfra.Model;
using EdgeInfra.Plugin.Diffs;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Versions;

/// <summary>What differs between a ServiceVersion as it is and as it is declared. While one is pinned, what else is declared counts for nothing.</summary>
internal static class VersionDiff
{
    private static readonly string[] OfPinned = ["serviceId", "pin", "activate"];

    public static Difference Of(ResourceCall call, Manifest manifest)
    {
        var isPinned = manifest.Pin.Bare() is not V.Null;
        var changes = MapComparison.Compare(call.OldInputs, call.News)
            .Where(change => !isPinned || OfPinned.Contains(change.Property))
            .Where(change => change.Kind != ChangeKind.Delete || !manifest.OpenLists.Contains(change.Property))
            .Select(change => change with { Replaces = change.Property == "serviceId" })
            .ToList();
        changes.AddRange(Outside(call.State, manifest, changes.Any(change => change.Property == "pin")));

        // A domain belongs to one service at a time: the old one must let go first.
        return new([.. changes]) { Stables = ["serviceId"], DeleteBeforeReplace = changes.Any(change => change.Replaces) };
    }

    // What no input tells: another version is to be live, or someone took this one off the air or out of staging.
    private static IEnumerable<PathChange> Outside(PropertyMap state, Manifest manifest, bool told)
    {
        if (!told && manifest.Pin.Bare() is V.Number(var pin) && VersionOutputs.Number(state) is > 0 and var number && number != (int)pin)
        {
            yield return new("number", ChangeKind.Update) { OfOutput = true };
        }

        if (state["active"].Bare() is V.Bool(false))
        {
            if (manifest.Activates)
            {
                yield return new("active", ChangeKind.Update);
            }
            else if (manifest.Goes == Going.Staged && state["staged"].Bare() is V.Bool(false))
            {
                yield return new("staged", ChangeKind.Update);
            }
        }
    }
}
