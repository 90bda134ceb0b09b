using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Options of a function call whose answer is an output.</summary>
/// <remarks>The call waits for <c>DependsOn</c>, and in a preview is not made while one of them is yet to be created.</remarks>
public class InvokeOutputOptions : InvokeOptions
{
    [AllowNull]
    public InputList<Resource> DependsOn { get => field ??= []; set; }
}
