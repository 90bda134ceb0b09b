using System.Collections.Immutable;

namespace EdgeInfra.Engine.Plugins;

/// <summary>What an engine needs of a resource's schema.</summary>
internal sealed record ResourceSchema(bool IsComponent, ImmutableSortedSet<string> Properties);
