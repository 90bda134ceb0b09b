namespace EdgeInfra.Engine.Workspace;

/// <summary>Names of configuration values: <c>namespace:name</c>, where a name alone belongs to the project.</summary>
internal static class ConfigKey
{
    /// <exception cref="WorkspaceException">It has an empty part or more than two of them.</exception>
    public static string Full(string project, string key) => key.Split(':') switch
    {
        [{ Length: > 0 }] => $"{project}:{key}",
        [{ Length: > 0 }, { Length: > 0 }] => key,
        [{ Length: > 0 } scope, "config", { Length: > 0 } name] => $"{scope}:{name}",
        _ => throw new WorkspaceException($"'{key}' is no configuration key; expected name or namespace:name"),
    };
}
