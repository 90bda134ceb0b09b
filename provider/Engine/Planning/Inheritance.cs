using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Planning;

/// <summary>Gives a registration its place: its URN, and what it takes over from its parent.</summary>
internal static class Inheritance
{
    /// <param name="parent">Null for the stack itself and where there is none.</param>
    public static Registration Place(Registration asked, Registration? parent, string stack, string project)
    {
        var placed = asked with
        {
            Urn = Urn.Of(stack, project, asked.Parent, asked.Type, asked.Name),
            Protect = asked.Protect ?? parent?.Protect,
            RetainOnDelete = asked.RetainOnDelete ?? parent?.RetainOnDelete,
            DeletedWith = asked.DeletedWith.Length > 0 ? asked.DeletedWith : parent?.DeletedWith ?? "",
            Provider = Provider(asked, parent),
        };
        return placed with { Aliases = Aliases.Of(placed, stack, project, parent?.Aliases ?? []) };
    }

    private static string Provider(Registration asked, Registration? parent)
    {
        var isProvider = Urn.IsProviderType(asked.Type);
        var package = Urn.Package(asked.Type);
        if (asked is { Remote: true, Provider: "" } && asked.Providers.TryGetValue(package, out var shared))
        {
            return shared; // what its children get constructs it, too
        }

        if (asked.Provider.Length > 0 || parent is null || isProvider || !(asked.Custom || asked.Remote))
        {
            return isProvider ? "" : asked.Provider;
        }

        return parent.Providers.TryGetValue(package, out var named) ? named
            : ProviderReference.Parse(parent.Provider) is { } own && Urn.Package(Urn.Type(own.Urn)) == package ? parent.Provider
            : "";
    }

    /// <summary>What children inherit from a resource that this run has not registered but the state remembers.</summary>
    public static Registration Remembered(ResourceState state) => new()
    {
        Type = state.Type,
        Name = Urn.Name(state.Urn),
        Urn = state.Urn,
        Custom = state.Custom,
        Parent = state.Parent,
        Provider = state.Provider,
        Protect = state.Protect,
        RetainOnDelete = state.RetainOnDelete,
        DeletedWith = state.DeletedWith,
    };
}
