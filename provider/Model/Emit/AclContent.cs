using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// What an <see cref="Acl"/> of a version holds at one moment. Two are equal when their entries are, in order, though the
/// order means nothing.
/// </summary>
public sealed record AclContent(string Name, ValueList<AclEntry> Entries)
{
    /// <summary>The entries as expressions match them. Throws for an entry that is no address.</summary>
    public IAcl ToAcl() => new AddressList(Entries);
}
