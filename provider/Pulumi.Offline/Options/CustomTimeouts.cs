using System.Globalization;
using EdgeInfra.Protocol.Rpc;

namespace Pulumi;

/// <summary>How long a provider may take to create, update and delete a resource.</summary>
/// <remarks>Unset means the provider's own limit, not "for ever".</remarks>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }

    internal static CustomTimeouts? Merged(CustomTimeouts? first, CustomTimeouts? second) =>
        first is null || second is null ? second ?? first : new()
        {
            Create = second.Create ?? first.Create,
            Update = second.Update ?? first.Update,
            Delete = second.Delete ?? first.Delete,
        };

    internal RegisterResourceRequest.Types.CustomTimeouts ToMessage() =>
        new() { Create = Text(Create), Update = Text(Update), Delete = Text(Delete) };

    // Go's duration syntax, which the engine reads.
    private static string Text(TimeSpan? time) =>
        time is { } set ? (set.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture) + "us" : "";
}
