namespace EdgeInfra.Engine.Display;

/// <summary>What a URN says about a resource to a reader.</summary>
internal readonly record struct ResourceName(string Type, string Name)
{
    public static ResourceName Of(string urn)
    {
        var parts = urn.Split("::", 4); // the name is everything after the third separator
        return parts.Length == 4 ? new ResourceName(parts[2][(parts[2].LastIndexOf('$') + 1)..], parts[3]) : new ResourceName(urn, "");
    }

    public bool IsStack => Type == "pulumi:pulumi:Stack";

    public override string ToString() => Name.Length > 0 ? $"{Type} {Name}" : Type;
}
