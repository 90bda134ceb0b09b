using Pulumi;

namespace Unit.PulumiOffline;

/// <summary>A component of two servers.</summary>
public sealed class Cluster : ComponentResource
{
    public Cluster(string name, ComponentResourceOptions? options = null)
        : base("test:index:Cluster", name, options)
    {
        var first = new Server(name + "-a", new() { Address = "a" }, new() { Parent = this });
        _ = new Server(name + "-b", new() { Address = first.Address }, new() { Parent = this });
        Address = first.Address;
        RegisterOutputs(new Dictionary<string, object?> { ["address"] = Address });
    }

    [Output("address")]
    public Output<string> Address { get; private set; }
}
