namespace EdgeInfra.Edge.Control;

/// <summary>Fastly's words for the changes it tells as events.</summary>
internal static class EventTypes
{
    /// <summary>null for changes inside a draft: those are in the audit log only.</summary>
    public static string? Of(string method, IReadOnlyList<string> path) => (method, path) switch
    {
        ("POST", ["service"]) => "service.create",
        ("PUT", ["service", _]) => "service.update",
        ("DELETE", ["service", _]) => "service.delete",
        ("POST", ["service", _, "purge_all"]) => "service.purge_all",
        ("POST", ["service", _, "version"]) => "version.create",
        ("PUT", ["service", _, "version", _]) => "version.update",
        ("PUT", ["service", _, "version", _, "clone"]) => "version.clone",
        ("PUT", ["service", _, "version", _, "lock"]) => "version.lock",
        ("PUT", ["service", _, "version", _, "activate", ..]) => "version.activate",
        ("PUT", ["service", _, "version", _, "deactivate", ..]) => "version.deactivate",
        ("POST", ["tokens"]) => "token.create",
        ("DELETE", ["tokens", ..]) => "token.destroy",
        _ => null,
    };

    public static string Describe(AuditEntry entry) => entry.Event switch
    {
        "version.activate" => $"Version {entry.Version} was activated",
        "version.deactivate" => $"Version {entry.Version} was deactivated",
        "version.clone" => $"Version {entry.Version} was cloned",
        "version.lock" => $"Version {entry.Version} was locked",
        "version.update" => $"Version {entry.Version} was edited",
        "version.create" => "A version was created",
        "service.create" => "A service was created",
        "service.update" => "The service was edited",
        "service.delete" => "The service was deleted",
        "service.purge_all" => "Everything was purged",
        "token.create" => "An API token was created",
        "token.destroy" => "An API token was deleted",
        _ => entry.What,
    };
}
