namespace EdgeInfra.Model;

/// <content>What can be wrong with how requests prove themselves to an origin.</content>
public static partial class Problems
{
    public static Problem CredentialNotGiven(string missing, string scheme) =>
        Error("EDGE240", $"policy.signing.{missing}", $"is not set, and {scheme} needs it: set it, or let credentials name where they come from.");

    public static Problem NoMetadata(string scheme) =>
        Error("EDGE241", "policy.signing.credentials", $"is \"metadata\", but no platform hands out credentials for {scheme}: "
            + "use given, environment or file.");

    public static Problem CredentialFileNotNamed(string scheme) =>
        Error("EDGE242", "policy.signing.credentialsName", "is not set, and only aws-v4 has a usual file: "
            + $"name the one with the credentials for {scheme}.");

    public static Problem NoSigningRegion(string scheme) =>
        Error("EDGE243", "policy.signing.region", $"is not set, and {scheme} signs it: name the region of the bucket, such as eu-central-1.");

    public static Problem NoSigningBucket(string scheme) =>
        Error("EDGE244", "policy.signing.bucket", $"is not set, and {scheme} signs it, although it is not in the path: name the bucket.");

    public static Problem AccountKeyUnreadable() =>
        Error("EDGE245", "policy.signing.secretKey", "is not Base64, as the keys of an Azure account are: copy it as the portal shows it.");

    public static Problem NoEdgeSecret() =>
        Error("EDGE246", "policy.edgeAuth.secret", "is not set: anybody could write the header that the origin trusts. Set a long random text.");

    public static Problem EdgeAuthHeader(string name) =>
        Error("EDGE247", "policy.edgeAuth.header", $"is \"{name}\", which cannot be used: take a name of its own, such as Edge-Auth.");
}
