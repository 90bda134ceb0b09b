using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function or method that the program under test calls.</summary>
/// <remarks>Secret arguments are plain here.</remarks>
public class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    public string? Provider { get; set; }
}
