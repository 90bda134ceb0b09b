// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>A group of backends that a request may go to.</summary>
public sealed partial class DirectorArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the director, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Share of the members' weight, in percent, that must be healthy. From 0 to 100. Default: 75.</summary>
    [Input("quorum")]
    public Input<int>? Quorum { get; set; }

    /// <summary>How often another member is tried. From 0 to 1000. Default: 5.</summary>
    [Input("retries")]
    public Input<int>? Retries { get; set; }

    /// <summary>How a member is chosen. Default: 1.</summary>
    [Input("type")]
    public Input<DirectorType>? Type { get; set; }

    /// <summary>Unused; kept because Fastly's API has it. At least 0. Default: 100.</summary>
    [Input("capacity")]
    public Input<int>? Capacity { get; set; }

    /// <summary>Location that shields the members from the others.</summary>
    [Input("shield")]
    public Input<string>? Shield { get; set; }

    /// <summary>What the director is for; for people only.</summary>
    [Input("comment")]
    public Input<string>? Comment { get; set; }

    [Input("backends")]
    private InputList<string>? _backends;

    /// <summary>Names of its backends. The control API sets them one by one.</summary>
    public InputList<string> Backends
    {
        get => _backends ??= new InputList<string>();
        set => _backends = value;
    }
}
