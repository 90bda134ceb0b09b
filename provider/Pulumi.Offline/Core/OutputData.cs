using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output holds once it has come: the value, where it came from, and what may be done with it.</summary>
internal sealed record OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public OutputData<object?> Untyped() => new(Resources, Value, IsKnown, IsSecret);

    /// <summary>Another value that came about from this one: it is no better known and no less secret.</summary>
    public OutputData<TResult> Then<TResult>(OutputData<TResult> next) => next with
    {
        Resources = Resources.Union(next.Resources),
        IsKnown = IsKnown && next.IsKnown,
        IsSecret = IsSecret || next.IsSecret,
    };
}
