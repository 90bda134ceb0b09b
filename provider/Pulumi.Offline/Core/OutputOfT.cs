namespace Pulumi;

/// <summary>A value that will be known later, together with the resources it comes from.</summary>
/// <remarks>Its text is not the value: use <c>Apply</c> or <see cref="Output.Format"/> to build on it.</remarks>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
    {
        Data = data;
        ProgramRun.Current?.Work.Add(data);
    }

    internal Task<OutputData<T>> Data { get; }

    public static Output<T> Create(Task<T> value) => Later(value, isSecret: false);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value)?.AsOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(Applied(func));
    }

    public Output<ValueTuple> Apply(Func<T, Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Apply(async value =>
        {
            await func(value).ConfigureAwait(false);
            return default(ValueTuple);
        });
    }

    public override string ToString() =>
        "An Output<T> has no text of its own: its value may not be known yet. "
        + "Use output.Apply(value => $\"… {value} …\") or Output.Format($\"… {output} …\").";

    internal static Output<T> Of(OutputData<T> data) => new(Task.FromResult(data));

    internal static Output<T> Later(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(Wait());

        async Task<OutputData<T>> Wait() => new([], await value.ConfigureAwait(false), true, isSecret);
    }

    /// <summary>The same output with something about its data changed.</summary>
    internal Output<T> With(Func<OutputData<T>, OutputData<T>> change)
    {
        return new(Wait());

        async Task<OutputData<T>> Wait() => change(await Data.ConfigureAwait(false));
    }

    async Task<OutputData<object?>> IOutput.GetData() => (await Data.ConfigureAwait(false)).Untyped();

    private async Task<OutputData<TResult>> Applied<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await Data.ConfigureAwait(false);

        // A preview never shows a value that isn't known to the program's own code. In a real update an unknown can
        // only stem from a resource that failed, and the code sees the default value, as with the real package.
        if (!data.IsKnown && ProgramRun.Current?.Settings.IsDryRun != false)
        {
            return data.Then(new OutputData<TResult>([], default!, false, false));
        }

        return func(data.Value) is { } inner
            ? data.Then(await inner.Data.ConfigureAwait(false))
            : data.Then(new OutputData<TResult>([], default!, true, false));
    }
}
