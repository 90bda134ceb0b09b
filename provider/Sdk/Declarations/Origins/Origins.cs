using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>What every origin adds to a version. Its healthcheck comes with the definition.</summary>
internal static class Origins
{
    public static void Add(ServiceVersionArgs version, Output<BackendDefinition> definition, Output<ImmutableDictionary<string, string>> credentials)
    {
        ArgumentNullException.ThrowIfNull(version);
        version.Backends.Add(definition);
        version.Credentials.Add(credentials);
    }
}
