namespace Pulumi.Serialization;

/// <summary>The waiting output of one property; its value depends on the resource it belongs to.</summary>
internal sealed class OutputSlot<T> : IOutputSlot
{
    private readonly Resource _owner;
    private readonly TaskCompletionSource<OutputData<T>> _data = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OutputSlot(Resource owner)
    {
        _owner = owner;
        Output = new Output<T>(_data.Task);
    }

    public Type Target => typeof(T);

    public object Output { get; }

    public void Set(OutputData<object?> data) => _data.TrySetResult(new(
        data.Resources.Add(_owner), data.Value is T value ? value : default!, data.IsKnown, data.IsSecret));

    public void Fail(Exception error) => _data.TrySetException(error);
}
