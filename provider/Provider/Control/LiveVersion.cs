using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Control;

/// <summary>One version with all its objects. A locked one can never change again.</summary>
internal sealed record LiveVersion(ServiceVersion Content, bool Locked)
{
    public int Number => Content.Number;

    public bool IsEmpty => FieldTables.OfVersions.All(table => Content.Objects(table.Kind).Count == 0);
}
