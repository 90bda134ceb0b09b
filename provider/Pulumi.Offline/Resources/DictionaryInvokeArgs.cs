using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments whose names are only known when the program runs.</summary>
/// <remarks>Nothing checks the names before the provider does.</remarks>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IEnumerable<(string Name, object? Value, bool IsJson)> Members() =>
        dictionary.Select(member => (member.Key, member.Value, false));
}
