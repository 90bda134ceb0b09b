namespace Pulumi;

/// <summary>A resource that a provider creates, updates and deletes.</summary>
/// <remarks>Its id is unknown in the preview that creates it.</remarks>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args, options ?? new CustomResourceOptions(), remote: false)
    {
    }

    private protected CustomResource(string urn)
        : base(urn) => Id = Output<string>.Of(new([this], "", false, false));

    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!; // Attached before the constructor returns.
}
