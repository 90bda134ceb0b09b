namespace Pulumi;

/// <summary>The arguments of a resource.</summary>
/// <remarks>Members without <see cref="InputAttribute"/> are not sent.</remarks>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new None();

    protected ResourceArgs()
    {
    }

    private sealed class None : ResourceArgs;
}
