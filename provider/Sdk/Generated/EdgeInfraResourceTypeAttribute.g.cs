// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>Ties a class to the resource type it stands for.</summary>
[global::System.AttributeUsage(global::System.AttributeTargets.Class)]
internal sealed class EdgeInfraResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute
{
    public EdgeInfraResourceTypeAttribute(string type)
        : base(type, PackageInfo.Version)
    {
    }
}
