namespace Pulumi;

/// <summary>A resource of which only the URN is known: it stands in an output's list of dependencies.</summary>
internal sealed class DependencyResource(string urn) : CustomResource(urn);
