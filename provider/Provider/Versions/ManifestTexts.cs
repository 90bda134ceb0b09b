using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Versions;

/// <summary>The plain texts among a ServiceVersion's inputs.</summary>
internal static class ManifestTexts
{
    private static readonly ImmutableArray<string> Modes = ["always", "stageOnly", "never"];

    public static V ServiceId(PropertyMap inputs, List<Failure> failures)
    {
        var given = inputs["serviceId"];
        if (given.Bare() is not V.Unknown and not V.Text { Value.Length: > 0 })
        {
            failures.Add(new("serviceId", "serviceId is required: give it the id of a Service."));
        }

        return given;
    }

    public static V Comment(PropertyMap inputs, List<Failure> failures)
    {
        var given = inputs["comment"];
        if (given.Bare() is not V.Unknown and not V.Text and not V.Null)
        {
            failures.Add(new("comment", "comment must be a text."));
        }

        return given;
    }

    public static V Activate(PropertyMap inputs, List<Failure> failures)
    {
        var given = inputs["activate"];
        switch (given.Bare())
        {
            case V.Null:
                return "always";
            case V.Unknown or V.Text("always" or "stageOnly" or "never"):
                break;
            case V.Text(var mode):
                failures.Add(new("activate", $"activate is \"{mode}\", but must be one of {string.Join(", ", Modes)}.{Nearest.Hint(mode, Modes)}"));
                break;
            default:
                failures.Add(new("activate", $"activate must be one of {string.Join(", ", Modes)}."));
                break;
        }

        return given;
    }

    /// <summary>The number of a version; a pin makes it live, so it goes with no other way to activate.</summary>
    public static V Pin(PropertyMap inputs, List<Failure> failures)
    {
        var given = inputs["pin"];
        if (given.Bare() is not V.Null and not V.Unknown and not V.Number { Value: >= 1 and <= int.MaxValue } || given.Bare() is V.Number(var number) && number % 1 != 0)
        {
            failures.Add(new("pin", "pin must be the number of a version: a whole number, 1 or more."));
        }
        else if (given.Bare() is not V.Null && inputs["activate"].Bare() is V.Text("stageOnly" or "never"))
        {
            failures.Add(new("pin", "pin makes a version live, but activate says that nothing goes live: leave one of the two out."));
        }

        return given;
    }
}
