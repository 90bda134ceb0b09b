using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Engine.Execution.Kinds;

/// <summary>What providers are asked about a resource, in Pulumi's messages.</summary>
/// <param name="write">How values are written: configurations of providers go without marks of secrets.</param>
internal sealed class Questions(Func<PropertyMap, Struct> write)
{
    public CheckRequest Check(Registration resource, PropertyMap olds, PropertyMap news) => new()
    {
        Urn = resource.Urn,
        Name = resource.Name,
        Type = resource.Type,
        Olds = write(olds),
        News = write(news),
    };

    public DiffRequest Diff(ResourceState old, Registration resource, PropertyMap news) => new()
    {
        Urn = resource.Urn,
        Name = resource.Name,
        Type = resource.Type,
        Id = old.Id,
        Olds = write(old.Outputs),
        OldInputs = write(old.Inputs),
        News = write(news),
        IgnoreChanges = { resource.IgnoreChanges },
    };

    public CreateRequest Create(ResourceState planned, bool preview) => new()
    {
        Urn = planned.Urn,
        Name = Urn.Name(planned.Urn),
        Type = planned.Type,
        Properties = write(planned.Inputs),
        Timeout = planned.Timeouts.Create,
        Preview = preview,
    };

    public UpdateRequest Update(ResourceState old, ResourceState planned, bool preview) => new()
    {
        Urn = planned.Urn,
        Name = Urn.Name(planned.Urn),
        Type = planned.Type,
        Id = old.Id,
        Olds = write(old.Outputs),
        OldInputs = write(old.Inputs),
        News = write(planned.Inputs),
        Timeout = planned.Timeouts.Update,
        IgnoreChanges = { planned.IgnoreChanges },
        Preview = preview,
    };

    public ReadRequest Read(ResourceState state) => new()
    {
        Urn = state.Urn,
        Name = Urn.Name(state.Urn),
        Type = state.Type,
        Id = state.Id,
        Properties = write(state.Outputs),
        Inputs = write(state.Inputs),
        Timeout = state.Timeouts.Read,
    };

    public DeleteRequest Delete(ResourceState old) => new()
    {
        Urn = old.Urn,
        Name = Urn.Name(old.Urn),
        Type = old.Type,
        Id = old.Id,
        Properties = write(old.Outputs),
        OldInputs = write(old.Inputs),
        Timeout = old.Timeouts.Delete,
    };
}
