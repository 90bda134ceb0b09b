namespace Pulumi;

/// <summary>A resource's argument: a plain value, or an output of another resource.</summary>
/// <remarks>An input made from an output makes the resource depend on the output's resources.</remarks>
public class Input<T> : IInput
{
    private readonly Output<T>? _output;

    private protected Input()
    {
    }

    private protected Input(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    IOutput IInput.Content => Content;

    IOutput IInput.Flat => AsOutput();

    private protected virtual IOutput Content => AsOutput();

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.AsOutput();
    }

    internal virtual Output<T> AsOutput() => _output!; // Set unless a derived class says otherwise here.
}
