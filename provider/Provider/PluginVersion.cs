using System.Reflection;

namespace EdgeInfra.Plugin;

/// <summary>The version this plugin was built as.</summary>
internal static class PluginVersion
{
    public static string Text { get; } =
        typeof(PluginVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
