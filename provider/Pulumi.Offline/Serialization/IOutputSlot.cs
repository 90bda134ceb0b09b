namespace Pulumi.Serialization;

/// <summary>A resource's output property that waits for the engine's answer.</summary>
internal interface IOutputSlot
{
    Type Target { get; }

    object Output { get; }

    void Set(OutputData<object?> data);

    void Fail(Exception error);
}
