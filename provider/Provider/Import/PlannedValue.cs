using System.Collections.Immutable;

namespace EdgeInfra.Plugin.Import;

/// <summary>A value as a stack program states it.</summary>
internal abstract record PlannedValue
{
    private PlannedValue()
    {
    }

    public sealed record Text(string Value) : PlannedValue;

    public sealed record Number(int Value) : PlannedValue;

    public sealed record Flag(bool Value) : PlannedValue;

    /// <summary>One of a closed set: in C# the member of a type, elsewhere its value.</summary>
    public sealed record Choice(string Type, string Member, PlannedValue Value) : PlannedValue;

    /// <summary>What another resource declares.</summary>
    public sealed record Definition(string Variable) : PlannedValue;

    /// <summary>The secrets of what another resource declares.</summary>
    public sealed record Credentials(string Variable) : PlannedValue;

    public sealed record Id(string Variable) : PlannedValue;

    /// <summary>A value of the configuration.</summary>
    public sealed record Setting(string Name, bool Secret) : PlannedValue;

    /// <summary>An object written in place.</summary>
    public sealed record Fields(string Type, ImmutableArray<(string Name, PlannedValue Value)> Properties) : PlannedValue;

    public sealed record Items(ImmutableArray<PlannedValue> Values) : PlannedValue;
}
