using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>What Fastly's errors call a kind; the words are not always those of its paths.</summary>
internal static class KindNames
{
    /// <summary>In "Couldn't find …".</summary>
    public static string Of(ObjectKind kind) => kind switch
    {
        ObjectKind.Acl => "ACL",
        ObjectKind.Vcl => "VCL",
        ObjectKind.AclEntry => "ACLEntry",
        _ => kind.ToString(),
    };

    /// <summary>In "Duplicate …".</summary>
    public static string InDuplicates(IFieldTable table) => table.Kind == ObjectKind.Vcl ? "VCL" : table.WirePath;
}
