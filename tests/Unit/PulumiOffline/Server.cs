using System.Collections.Immutable;
using Pulumi;

namespace Unit.PulumiOffline;

/// <summary>A resource as generated code writes them.</summary>
[ResourceType("test:index:Server", "1.0.0")]
public sealed class Server(string name, ServerArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("test:index:Server", name, args, options)
{
    [Output("address")]
    public Output<string> Address { get; private set; } = null!;

    [Output("port")]
    public Output<int?> Port { get; private set; } = null!;

    [Output("near")]
    public Output<Resource?> Near { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableArray<string>> Tags { get; private set; } = null!;
}
