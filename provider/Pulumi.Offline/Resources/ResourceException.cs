namespace Pulumi;

/// <summary>A failure that belongs to one resource and is shown with it.</summary>
/// <remarks>Without <c>hideStack</c> the stack trace is shown too.</remarks>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource => resource;

    internal bool HideStack => hideStack;
}
