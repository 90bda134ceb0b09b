using EdgeInfra.Model;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Versions;

/// <summary>
/// A version in the words of what obeys it. The one place for fields that Fastly's API does not have and VCL can say: whatever is
/// sent, and compared with what is live, passes here.
/// </summary>
internal static class TargetWords
{
    /// <summary>What the control API gets of a declared version.</summary>
    public static ServiceVersion Sent(ServiceVersion declared, Target target)
    {
        var unsaid = target == Target.Fastly ? Unsaid(declared).ToList() : [];
        return unsaid.Count == 0 ? declared : throw new RpcException(RpcStatus.InvalidArgument,
            $"Fastly's API does not have {string.Join(", ", unsaid)}, and it is not sent as VCL yet: leave it unset, or deploy to the bundled runtime.");
    }

    private static IEnumerable<string> Unsaid(ServiceVersion version) =>
        from table in FieldTables.OfVersions
        from item in version.Objects(table.Kind)
        from field in table
        where field.AsVcl && table.ValueOf(item, field) is not null
        select $"{table.ListName}[\"{item.Name}\"].{field.Name}";
}
