namespace Pulumi;

/// <summary>The arguments of a function call.</summary>
/// <remarks>Members without <see cref="InputAttribute"/> are not sent.</remarks>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new None();

    protected InvokeArgs()
    {
    }

    private sealed class None : InvokeArgs;
}
