using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Versions;

/// <summary>What a dictionary, ACL or dynamic snippet is to hold, exactly.</summary>
/// <param name="Owner">The kind of the owner.</param>
/// <param name="Name">The name of the owner.</param>
internal sealed record ManagedContent(ObjectKind Owner, string Name, ValueList<INamed> Wanted)
{
    /// <summary>A dictionary that can only be written is compared with what was declared before.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary><c>the items of dictionary "routes"</c></summary>
    public override string ToString() => $"the {Records.Contents.NameOf(Owner)} of {FieldTables.Of(Owner).WirePath} \"{Name}\"";
}
