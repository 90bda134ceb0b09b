// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

namespace EdgeInfra;

/// <summary>The package these classes were generated from.</summary>
internal static class PackageInfo
{
    public const string Version = "0.1.0";
}
