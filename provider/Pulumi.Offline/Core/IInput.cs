namespace Pulumi;

/// <summary>An input of any type.</summary>
internal interface IInput
{
    /// <summary>
    /// The value to send. For lists and maps its elements are inputs themselves, so that one unknown or secret
    /// element does not hide the others.
    /// </summary>
    IOutput Content { get; }

    /// <summary>The value to compute with: plain through and through, unknown or secret as soon as one part is.</summary>
    IOutput Flat { get; }
}
