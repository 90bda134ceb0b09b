namespace Pulumi;

/// <summary>The arguments of a method call on a resource.</summary>
/// <remarks>Members without <see cref="InputAttribute"/> are not sent.</remarks>
public abstract class CallArgs : InputArgs
{
    public static readonly CallArgs Empty = new None();

    protected CallArgs()
    {
    }

    private sealed class None : CallArgs;
}
