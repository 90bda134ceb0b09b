namespace Pulumi.Testing;

/// <summary>In which stack a test pretends to run.</summary>
/// <remarks>A test is a preview unless told otherwise: outputs that mocks don't set are unknown then.</remarks>
public class TestOptions
{
    public string? ProjectName { get; set; }

    public string? RootDirectory { get; set; }

    public string? StackName { get; set; }

    public bool? IsPreview { get; set; } = true;

    public string? OrganizationName { get; set; }
}
