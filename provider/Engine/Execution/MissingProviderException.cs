namespace EdgeInfra.Engine.Execution;

/// <summary>A provider is wanted whose own registration has failed or was left out; that has been reported.</summary>
internal sealed class MissingProviderException(string urn)
    : Exception($"the provider {urn} is not there, because its registration failed");
