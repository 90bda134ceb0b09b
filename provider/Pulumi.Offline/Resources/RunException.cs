namespace Pulumi;

/// <summary>A failure whose message says all: shown without a stack trace.</summary>
/// <remarks>Throw it for mistakes in configuration, not for bugs.</remarks>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) => new(
        $"[Output] stands on properties of another type than Output<T>: '{string.Join("', '", outputAttributeNames)}'.");
}
