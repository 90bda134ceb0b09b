// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What a ServiceVersion is made with.</summary>
public sealed partial class ServiceVersionArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Id of the service whose versions this resource writes.</summary>
    [Input("serviceId", required: true)]
    public Input<string> ServiceId { get; set; } = null!;

    [Input("domains", required: true)]
    private InputList<string>? _domains;

    /// <summary>Host names the service answers for. *.example.com stands for every name below it.</summary>
    public InputList<string> Domains
    {
        get => _domains ??= new InputList<string>();
        set => _domains = value;
    }

    [Input("backends", required: true)]
    private InputList<BackendDefinition>? _backends;

    /// <summary>The version's backends, as the output "definition" of each Backend. What they refer to by a definition need not be listed.</summary>
    public InputList<BackendDefinition> Backends
    {
        get => _backends ??= new InputList<BackendDefinition>();
        set => _backends = value;
    }

    [Input("healthchecks")]
    private InputList<HealthcheckDefinition>? _healthchecks;

    /// <summary>The version's healthchecks, as the output "definition" of each Healthcheck. Those that backends refer to by a definition are added by themselves.</summary>
    public InputList<HealthcheckDefinition> Healthchecks
    {
        get => _healthchecks ??= new InputList<HealthcheckDefinition>();
        set => _healthchecks = value;
    }

    [Input("conditions")]
    private InputList<ConditionDefinition>? _conditions;

    /// <summary>The version's conditions, as the output "definition" of each Condition. Those that backends refer to by a definition are added by themselves.</summary>
    public InputList<ConditionDefinition> Conditions
    {
        get => _conditions ??= new InputList<ConditionDefinition>();
        set => _conditions = value;
    }

    /// <summary>What the version is for; for people only.</summary>
    [Input("comment")]
    public Input<string>? Comment { get; set; }

    /// <summary>Whether changes go live. Default: always.</summary>
    [Input("activate")]
    public Input<ActivateMode>? Activate { get; set; }

    /// <summary>Number of an existing version to activate in place of what is declared. Not supported yet.</summary>
    [Input("pin")]
    public Input<int>? Pin { get; set; }
}
