using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Display;

/// <summary>What a URN says about a resource to a reader.</summary>
internal readonly record struct ResourceName(string Type, string Name)
{
    /// <summary>What is no URN is shown as it is.</summary>
    public static ResourceName Of(string urn) =>
        Urn.Type(urn) is { Length: > 0 } type ? new ResourceName(type, Urn.Name(urn)) : new ResourceName(urn, "");

    public bool IsStack => Type == Urn.StackType;

    public override string ToString() => Name.Length > 0 ? $"{Type} {Name}" : Type;
}
