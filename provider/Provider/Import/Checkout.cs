namespace EdgeInfra.Plugin.Import;

/// <summary>The source tree that this provider was built in: written programs use its SDK and its provider as they are.</summary>
internal sealed record Checkout(string Sdk, string Provider)
{
    /// <summary>Null for a provider that was installed without its sources.</summary>
    public static Checkout? Around(string binaries)
    {
        for (var folder = Path.TrimEndingDirectorySeparator(binaries); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var sdk = Path.Combine(folder, "provider", "Sdk", "Sdk.csproj");
            if (File.Exists(sdk))
            {
                return new(sdk, Path.TrimEndingDirectorySeparator(binaries));
            }
        }

        return null;
    }
}
