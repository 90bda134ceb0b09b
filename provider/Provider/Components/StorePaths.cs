namespace EdgeInfra.Plugin.Components;

/// <summary>Where in a backend an argument of a store goes to: there, and nowhere else, it is as unknown or as secret as it was given.</summary>
internal static class StorePaths
{
    /// <summary>The path in the backend; null for what decides about more than one place.</summary>
    public static string? InBackend(string argument) => argument switch
    {
        "errorPage" or "errorPages" => "policy.errorPages",
        "singlePage" => "policy.singlePage",
        "ttl" => "policy.ttl",
        "edgeAuth" => "policy.edgeAuth",
        "credentials.sourceName" => "policy.signing.credentialsName",
        "credentials.accessKey" or "credentials.secretKey" or "credentials.token" => "policy.signing" + argument["credentials".Length..],
        _ when argument.StartsWith("errorPages[", StringComparison.Ordinal) => "policy.errorPages",
        _ when argument.StartsWith("ttl[", StringComparison.Ordinal) => "policy.ttl",
        _ when argument.StartsWith("edgeAuth.", StringComparison.Ordinal) => "policy." + argument,
        _ => null,
    };
}
