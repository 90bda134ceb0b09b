namespace EdgeInfra.Edge.Control;

/// <summary>Either what was asked for, or why not.</summary>
internal readonly record struct Decided<T> where T : class
{
    internal Decided(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>null exactly when <see cref="Refusal"/> is not.</summary>
    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Decided<T>(T value) => new(value, null);

    public static implicit operator Decided<T>(Refusal refusal) => new(null, refusal);

    public Decided<TNext> Then<TNext>(Func<T, Decided<TNext>> next) where TNext : class =>
        Value is { } value ? next(value) : Refusal!;
}
